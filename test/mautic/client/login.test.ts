import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Environment, loginFrom, NoLogin } from '../../../src/mautic/client/login.js';
import { loginText } from '../../../src/mautic/client/login-words.js';

const FILES: Readonly<Record<string, string>> = {
  '/run/id': 'file-id\n',
  '/run/secret': 'file-secret\r\n',
  '/run/password': ' two\nlines\n\n',
  '/run/empty': '\n',
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw new Error(`ENOENT ${path} hidden-1`);
  return text;
}

const login = (env: Environment) => loginFrom(env, readFile);
const ID = { MAUTIC_CLIENT_ID: 'id-1' };
const SECRET = { MAUTIC_CLIENT_SECRET: 'hidden-1' };
const USER = { MAUTIC_USER: 'ann' };
const PASSWORD = { MAUTIC_PASSWORD: 'hidden-2' };

describe('the login', () => {
  it('is OAuth2 when both halves are there, also beside a whole user and password', () => {
    expect(login({ ...ID, ...SECRET, ...USER, ...PASSWORD })).toMatchObject({ is: 'oauth', id: 'id-1', secret: 'hidden-1' });
  });

  it('is user and password when OAuth2 is not whole', () => {
    expect(login({ ...ID, ...USER, ...PASSWORD })).toMatchObject({ is: 'basic', user: 'ann', password: 'hidden-2' });
  });

  it('is read from files, of which one line end is cut', () => {
    const files = { MAUTIC_CLIENT_ID_FILE: '/run/id', MAUTIC_CLIENT_SECRET_FILE: '/run/secret' };
    expect(login(files)).toMatchObject({ id: 'file-id', secret: 'file-secret' });
    expect(login({ ...USER, MAUTIC_PASSWORD_FILE: '/run/password' })).toMatchObject({ password: ' two\nlines\n' });
  });

  it('takes the variable before its file', () => {
    expect(login({ ...USER, ...PASSWORD, MAUTIC_PASSWORD_FILE: '/run/none' })).toMatchObject({ password: 'hidden-2' });
  });

  it('does not show what it holds when it is printed', () => {
    for (const one of [login({ ...ID, ...SECRET }), login({ ...USER, ...PASSWORD })]) {
      expect(JSON.stringify(one) + inspect(one, { depth: 9, showHidden: true })).not.toMatch(/hidden|id-1|ann/u);
    }
  });

  it.each([
    [{}, 'none', 'MAUTIC_CLIENT_ID'],
    [{ MAUTIC_CLIENT_ID: '' }, 'none', 'MAUTIC_CLIENT_ID'],
    [ID, 'half', 'MAUTIC_CLIENT_SECRET'],
    [SECRET, 'half', 'MAUTIC_CLIENT_ID'],
    [USER, 'half', 'MAUTIC_PASSWORD'],
    [{ MAUTIC_PASSWORD_FILE: '/run/password' }, 'half', 'MAUTIC_USER'],
    [{ ...ID, ...PASSWORD }, 'half', 'MAUTIC_CLIENT_SECRET'],
    [{ ...ID, MAUTIC_CLIENT_SECRET_FILE: '/run/hidden-1', ...USER, ...PASSWORD }, 'unreadable-file', 'MAUTIC_CLIENT_SECRET_FILE'],
    [{ ...USER, MAUTIC_PASSWORD_FILE: '/run/empty' }, 'empty-file', 'MAUTIC_PASSWORD_FILE'],
  ])('%o is none', (env, reason, name) => {
    let thrown: unknown;
    try {
      login(env);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(NoLogin);
    expect(thrown).toMatchObject({ reason, name });
    expect(inspect(thrown)).not.toContain('hidden');
  });

  it('says in words which variable it needs', () => {
    const half = { reason: 'half', name: 'MAUTIC_PASSWORD' } as const;
    expect(loginText(half, 'en')).toBe(
      'One half of the login for Mautic is missing. Set the variable MAUTIC_PASSWORD (or MAUTIC_PASSWORD_FILE with the path of a file that holds it).',
    );
    expect(loginText(half, 'it')).toContain('Imposta la variabile MAUTIC_PASSWORD ');
    expect(loginText({ reason: 'none', name: '' }, 'it')).toContain('MAUTIC_CLIENT_SECRET');
  });
});
