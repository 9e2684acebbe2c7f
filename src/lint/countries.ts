/** What national law asks where it differs (rules/data/countries.yaml): the strictest of the declared countries counts. */
import { countries as table } from '../generated/data.js';
import type { Channel } from '../generated/declaration.js';
import { later } from '../text/later.js';

interface NationalLaw {
  readonly consent_age?: number;
  readonly soft_opt_in?: readonly Channel[];
  readonly companies?: 'consent';
}

const nationalLaws = (): Readonly<Record<string, NationalLaw>> => table().countries;
const EEA = later((): ReadonlySet<string> => new Set(table().eea));
/** Stands for the law of the whole Union in messages. */
const OF_UNION = 'EU';

export interface ConsentAge {
  readonly age: number;
  /** Whose law says so: a country, or `EU`. */
  readonly country: string;
  /** The lowest `age_gate` that is not certainly too low. */
  readonly accepted: number;
}

/** From which age people may agree alone: the highest among the countries; where none is known, that of the GDPR, which nations may lower. */
export function consentAge(countries: readonly string[]): ConsentAge {
  const known = countries.flatMap(country => {
    const age = nationalLaws()[country]?.consent_age;
    return age === undefined ? [] : [{ age, country, accepted: age }];
  });
  const [first = { age: table().union.consent_age, country: OF_UNION, accepted: table().union.lowest_age }, ...others] = known;
  return others.reduce((strictest, next) => (next.age > strictest.age ? next : strictest), first);
}

export interface ChannelLimit {
  readonly channels: readonly Channel[];
  readonly country: string;
}

/** The channels that the soft opt-in does not reach, in the country that leaves out most; undefined when it reaches all. */
export function beyondSoftOptIn(channels: readonly Channel[], countries: readonly string[]): ChannelLimit | undefined {
  const lists = countries.map(country => ({ country, list: nationalLaws()[country]?.soft_opt_in }));
  const limits = [...lists, { country: OF_UNION, list: table().union.soft_opt_in }].map(({ country, list }) => {
    const allowed: ReadonlySet<Channel> = new Set(list ?? table().union.soft_opt_in);
    return { country: list === undefined ? OF_UNION : country, channels: channels.filter(channel => !allowed.has(channel)) };
  });
  const [strictest] = [...limits].sort((a, b) => b.channels.length - a.channels.length);
  return strictest === undefined || strictest.channels.length === 0 ? undefined : strictest;
}

/** The first of the countries in which firms must agree to advertising e-mails, too. */
export function whereCompaniesAgree(countries: readonly string[]): string | undefined {
  return countries.find(country => nationalLaws()[country]?.companies === 'consent');
}

/** Do data leave the European Economic Area when they go to that country? */
export function isThirdCountry(country: string): boolean {
  return !EEA().has(country);
}
