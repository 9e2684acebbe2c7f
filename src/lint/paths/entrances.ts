/** Who can get in without having said yes: a proof over things that people can be in, such as segments, and steps of campaigns. */

/**
 * A way into something. It is open when all its barriers are; a barrier is open when one of the things it names is, since it lets their people
 * pass. A barrier that names nothing stays shut.
 */
export interface Entrance {
  readonly to: string;
  readonly barriers: readonly (readonly string[])[];
}

export interface Network {
  /**
   * Everything that people who did not say yes can be in. What lies in a circle is open only if somebody can get into the circle from outside.
   * Linear in the names of all barriers; the order of what is given does not matter.
   * @param opened known to be open
   * @param isShut by number of the entrance: ways that only people take who said yes
   */
  open(opened: Iterable<string>, isShut?: (entrance: number) => boolean): (place: string) => boolean;
}

/** Entrances with numbers for names, to be gone through for one purpose after the other. */
export function networkOf(entrances: readonly Entrance[]): Network {
  const numbers = new Map<string, number>();
  const numberOf = (place: string): number => {
    const number = numbers.get(place) ?? numbers.size;
    numbers.set(place, number);
    return number;
  };
  const barrierIn: number[] = [];
  /** By place: the barriers that name it. */
  const named: number[][] = [];
  const leadsTo = entrances.map(({ to, barriers }, entrance) => {
    for (const names of barriers) {
      const barrier = barrierIn.push(entrance) - 1;
      for (const name of names) (named[numberOf(name)] ?? startList(named, numberOf(name))).push(barrier);
    }
    return numberOf(to);
  });

  return {
    open: (opened, isShut = () => false) => {
      const left = entrances.map(({ barriers }, entrance) => (isShut(entrance) ? Number.POSITIVE_INFINITY : barriers.length));
      const passed = new Uint8Array(barrierIn.length);
      const isOpen = new Uint8Array(numbers.size);
      const reached: number[] = [];
      const reach = (place: number): void => {
        if (isOpen[place] !== 0) return;
        isOpen[place] = 1;
        reached.push(place);
      };
      const others = new Set<string>();
      for (const place of opened) {
        const number = numbers.get(place);
        if (number === undefined) others.add(place);
        else reach(number);
      }
      for (const [entrance, count] of left.entries()) if (count === 0) reach(leadsTo[entrance] ?? -1);
      // The list grows while it is gone through.
      for (const place of reached) {
        for (const barrier of named[place] ?? []) {
          if (passed[barrier] === 1) continue;
          passed[barrier] = 1;
          const entrance = barrierIn[barrier] ?? -1;
          const rest = (left[entrance] ?? 0) - 1;
          left[entrance] = rest;
          if (rest === 0) reach(leadsTo[entrance] ?? -1);
        }
      }
      return place => isOpen[numbers.get(place) ?? -1] === 1 || others.has(place);
    },
  };
}

function startList(lists: number[][], at: number): number[] {
  const list: number[] = [];
  lists[at] = list;
  return list;
}
