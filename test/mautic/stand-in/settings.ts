/** How the site is set up, in the words of the recordings. */

export interface Settings {
  readonly apiOff: boolean;
  readonly basicOff: boolean;
  readonly noDatabase: boolean;
  /** Calls an hour; undefined: no limit. */
  readonly callsAnHour: number | undefined;
  /** Folder the site lives in. */
  readonly folder: string | undefined;
  /** The address that is told leaves the folder out. */
  readonly toldWithoutFolder: boolean;
}

export function readSetting(setting = ''): Settings {
  const calls = /^limit of (\d+) calls an hour$/u.exec(setting)?.[1];
  const settings: Settings = {
    apiOff: setting === 'API switched off' || setting === 'api_enabled = false',
    basicOff: setting === 'Basic authentication switched off' || setting === 'api_enable_basic_auth = false',
    noDatabase: setting === 'database refuses the login',
    callsAnHour: calls === undefined ? undefined : Number(calls),
    folder: /sub-folder (\/\w+)$/u.exec(setting)?.[1],
    toldWithoutFolder: setting.startsWith('address without'),
  };
  const known = settings.apiOff || settings.basicOff || settings.noDatabase || calls !== undefined || settings.folder !== undefined;
  if (setting !== '' && !known) throw new Error(`the stand-in knows no setting "${setting}"`);
  return settings;
}
