/** How to log in to Mautic: read from the environment, or from files that it names; never from a configuration. */

export type Login =
  | { readonly is: 'oauth'; readonly id: string; readonly secret: string }
  | { readonly is: 'basic'; readonly user: string; readonly password: string };

export type Environment = Readonly<Record<string, string | undefined>>;

export type NoLoginReason = 'none' | 'half' | 'unreadable-file' | 'empty-file';

/** No usable login. `name` is the variable that is missing or wrong; values never get into the message. */
export class NoLogin extends Error {
  constructor(
    readonly reason: NoLoginReason,
    override readonly name: string,
  ) {
    super(`no login: ${reason}, ${name}`);
  }
}

/** Getters are not printed: neither `JSON.stringify` nor `util.inspect` shows what is behind them. */
class OauthLogin {
  readonly is = 'oauth';
  readonly #id: string;
  readonly #secret: string;
  constructor(id: string, secret: string) {
    this.#id = id;
    this.#secret = secret;
  }
  get id(): string {
    return this.#id;
  }
  get secret(): string {
    return this.#secret;
  }
}

class BasicLogin {
  readonly is = 'basic';
  readonly #user: string;
  readonly #password: string;
  constructor(user: string, password: string) {
    this.#user = user;
    this.#password = password;
  }
  get user(): string {
    return this.#user;
  }
  get password(): string {
    return this.#password;
  }
}

type Pair = readonly [string, string];
const OAUTH: Pair = ['MAUTIC_CLIENT_ID', 'MAUTIC_CLIENT_SECRET'];
const BASIC: Pair = ['MAUTIC_USER', 'MAUTIC_PASSWORD'];

/**
 * The login in the environment: `MAUTIC_CLIENT_ID` and `MAUTIC_CLIENT_SECRET`, else `MAUTIC_USER` and `MAUTIC_PASSWORD`; each may also stand
 * in a file named by the same variable with `_FILE`. A half pair beside a whole one does not matter.
 * @throws NoLogin
 */
export function loginFrom(env: Environment, readFile: (path: string) => string): Login {
  const given = (name: string): boolean => isSet(env[name]) || isSet(env[`${name}_FILE`]);
  if (OAUTH.every(given)) return new OauthLogin(read(OAUTH[0], env, readFile), read(OAUTH[1], env, readFile));
  if (BASIC.every(given)) return new BasicLogin(read(BASIC[0], env, readFile), read(BASIC[1], env, readFile));
  const half = [OAUTH, BASIC].find(pair => pair.some(given));
  throw half === undefined ? new NoLogin('none', OAUTH[0]) : new NoLogin('half', given(half[0]) ? half[1] : half[0]);
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function read(name: string, env: Environment, readFile: (path: string) => string): string {
  const value = env[name];
  if (isSet(value)) return value;
  const text = readText(`${name}_FILE`, env, readFile).replace(/\r?\n$/u, '');
  if (text === '') throw new NoLogin('empty-file', `${name}_FILE`);
  return text;
}

function readText(name: string, env: Environment, readFile: (path: string) => string): string {
  try {
    return readFile(env[name] ?? '');
  } catch {
    // The reason of the file system would name the path, which is the reader's own business.
    throw new NoLogin('unreadable-file', name);
  }
}
