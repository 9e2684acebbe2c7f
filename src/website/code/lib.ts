/** The types of the language itself, as far as names of properties hang on them: a hundredth of what the compiler's own library costs. */

/** Path of the library among the files of the program. */
export const LIB_PATH = '/purposelint.lib.d.ts';

export const LIB_TEXT = `
interface Boolean {}
interface Number {}
interface IArguments {}
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface RegExp {}
interface Date {}
interface String { readonly length: number; split(by: unknown): string[]; }
interface PromiseLike<T> { then<R>(done: (value: T) => R | PromiseLike<R>, failed?: (fault: any) => any): PromiseLike<R>; }
interface Promise<T> {
  then<R>(done: (value: T) => R | PromiseLike<R>, failed?: (fault: any) => any): Promise<R>;
  catch(failed: (fault: any) => any): Promise<T>;
  finally(done: () => void): Promise<T>;
}
interface ReadonlyArray<T> {
  readonly length: number;
  readonly [n: number]: T;
  map<R>(each: (value: T, index: number) => R): R[];
  flatMap<R>(each: (value: T, index: number) => R | readonly R[]): R[];
  filter(keep: (value: T, index: number) => unknown): T[];
  find(keep: (value: T, index: number) => unknown): T | undefined;
  forEach(each: (value: T, index: number) => void): void;
  reduce<R>(each: (sum: R, value: T, index: number) => R, start: R): R;
  concat(...more: readonly (T | readonly T[])[]): T[];
  slice(start?: number, end?: number): T[];
  join(by?: string): string;
  at(index: number): T | undefined;
}
interface Array<T> extends ReadonlyArray<T> {
  [n: number]: T;
  push(...values: T[]): number;
  pop(): T | undefined;
  shift(): T | undefined;
}
interface ReadonlyMap<K, V> { get(key: K): V | undefined; has(key: K): boolean; }
interface Map<K, V> extends ReadonlyMap<K, V> { set(key: K, value: V): this; }
interface ReadonlySet<T> { has(value: T): boolean; }
interface Set<T> extends ReadonlySet<T> { add(value: T): this; }
type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T extends (...given: any) => any> = T extends (...given: infer P) => any ? P : never;
type ReturnType<T extends (...given: any) => any> = T extends (...given: any) => infer R ? R : any;
type Awaited<T> = T extends null | undefined ? T : T extends { then(done: infer D, ...rest: any): any } ? D extends (value: infer V, ...rest: any) => any ? Awaited<V> : never : T;
`;
