/** What a site really sent, held against what the scan says of its source. */
import type { Prediction } from './scanned.js';

/** What the source alone cannot tell, said by whoever wrote the site. */
export interface Exceptions {
  /** By the first word: what comes through an open set that the scan must report. */
  readonly open?: Readonly<Record<string, readonly string[]>>;
  /** What the scan says and the visits do not reach. */
  readonly unreached?: readonly string[];
}

/** Sentences about everything in which the two differ; empty when they are equal. */
export function differences(
  sent: ReadonlySet<string>,
  predictions: readonly Prediction[],
  { open = {}, unreached = [] }: Exceptions,
): string[] {
  const known = predictions.filter(prediction => !prediction.open);
  const openWords = new Set(predictions.filter(prediction => prediction.open).map(prediction => prediction.sent));
  const throughOpen = Object.values(open).flat();
  const isPredicted = (arrived: string): boolean => known.some(prediction => fits(prediction.sent, arrived));
  const hasCome = ({ sent: wanted }: Prediction): boolean => [...sent].some(arrived => fits(wanted, arrived));
  return [
    ...[...sent]
      .filter(arrived => !isPredicted(arrived) && !throughOpen.includes(arrived))
      .map(arrived => `sent, and not in the scan: ${arrived}`),
    ...known
      .filter(prediction => !hasCome(prediction) && !unreached.includes(prediction.sent))
      .map(({ sent: wanted, where }) => `in the scan, and not sent: ${wanted} (${where})`),
    ...throughOpen.filter(arrived => !sent.has(arrived)).map(arrived => `expected through an open set, and not sent: ${arrived}`),
    ...throughOpen.filter(isPredicted).map(arrived => `expected through an open set, and known to the scan: ${arrived}`),
    ...Object.keys(open)
      .filter(word => !openWords.has(word))
      .map(word => `no open set in the scan: ${word}`),
    ...predictions
      .filter(prediction => prediction.open && !Object.hasOwn(open, prediction.sent))
      .map(({ sent: word, where }) => `an open set that nobody expected: ${word} (${where})`),
    ...unreached.filter(wanted => !known.some(prediction => prediction.sent === wanted)).map(wanted => `never in the scan: ${wanted}`),
    ...unreached.filter(wanted => sent.has(wanted)).map(wanted => `sent after all: ${wanted}`),
  ];
}

/** Whether what arrived is what was predicted: the same, or of its pattern. */
function fits(wanted: string, arrived: string): boolean {
  const parts = wanted.split('*').map(part => part.replaceAll(/[\\^$.|?+()[\]{}]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(arrived);
}
