/** `purposelint doctor`: can a Mautic be read, what does its role show, and which role does it take. */
import { setTimeout } from 'node:timers/promises';
import { rules } from '../../../rules/index.js';
import type { Language } from '../../finding.js';
import { evidenceFor } from '../../lint/coverage-needs.js';
import { resolveRules } from '../../lint/settings.js';
import { viewSnapshot } from '../../lint/snapshot-view.js';
import { canBeMended, type Unchecked, uncheckedByCause } from '../../lint/unchecked.js';
import { connect } from '../../mautic/client/client.js';
import { type Diagnosis, diagnose } from '../../mautic/client/doctor.js';
import { loginText } from '../../mautic/client/login-words.js';
import type { Coverage } from '../../mautic/snapshot.js';
import { doctorJson } from '../../output/doctor/json.js';
import type { Telling } from '../../output/doctor/names.js';
import { doctorText, roleText } from '../../output/doctor/text.js';
import { doctorWordsOf } from '../../output/doctor/words.js';
import { wordsOf } from '../../output/words.js';
import { hasOption } from '../arguments.js';
import type { Command } from '../command.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import { paletteFor } from '../formats.js';
import type { Io } from '../io.js';
import { type LiveSettings, liveSettings } from '../live.js';
import { say } from '../messages.js';
import { progressOn } from '../progress.js';
import { languageFor } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const doctor: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    if (args.operands.length > 0) throw new Stop(EXIT.usage, 'doctor-operands');
    const telling: Telling = { words: wordsOf(language), doctor: doctorWordsOf(language) };
    const screen = { columns: io.stdout.columns, palette: await paletteFor(io, io.stdout) };
    const asJson = hasOption(args, 'json');
    const settings = settingsOr(
      language,
      () => liveSettings(args, io, config, language),
      () => {
        if (!asJson) io.stdout.write(`${roleText(telling, screen)}\n`);
      },
    );
    const diagnosis = await examine(settings, io, language);
    const unchecked = diagnosis.fault === undefined ? rulesNotRun(diagnosis, config) : [];
    io.stdout.write(asJson ? doctorJson(diagnosis, unchecked, telling) : doctorText(diagnosis, unchecked, telling, screen));
    io.stderr.write(`${summaryOf(diagnosis, language)}\n`);
    return seesAll(diagnosis) ? EXIT.ok : EXIT.notChecked;
  });
};

/** Who has no login yet needs to know which role to give it. */
function settingsOr(language: Language, read: () => LiveSettings, withoutLogin: () => void): LiveSettings {
  try {
    return read();
  } catch (error) {
    if (error instanceof Stop && error.data.sentence === loginText({ reason: 'none', name: '' }, language)) withoutLogin();
    throw error;
  }
}

async function examine({ base, login }: LiveSettings, io: Io, language: Language): Promise<Diagnosis> {
  const client = connect({ base, login, now: io.now, sleep: ms => setTimeout(ms), random: Math.random });
  const progress = progressOn(io);
  try {
    return await diagnose(client, base, {
      now: io.now,
      onAnswer: (done, all) => progress.show(say('doctor-progress', language, { done, all })),
    });
  } finally {
    progress.done();
    client.close();
  }
}

/** Judged as in a check, with the coverage that a pull would have. */
function rulesNotRun({ made, coverage }: Diagnosis, config: Configuration): Unchecked[] {
  const snapshot = viewSnapshot({ format: 'purposelint-snapshot', version: 1, made, coverage: [...coverage], items: [], uses: [] });
  const settings = resolveRules(rules, config.preset, config.rules);
  const enabled = rules.filter(({ id }) => settings.get(id)?.severity !== 'off');
  return uncheckedByCause(enabled.flatMap(rule => evidenceFor(rule, snapshot, { base: true, website: true }).notRun));
}

function seesAll({ fault, coverage }: Diagnosis): boolean {
  return fault === undefined && coverage.every(isSeen);
}

/** What this Mautic does not have at all is not missed. */
function isSeen({ state, why = [] }: Coverage): boolean {
  return state === 'complete' || !canBeMended(why);
}

function summaryOf({ fault, kinds, coverage, requests }: Diagnosis, language: Language): string {
  if (fault !== undefined) return say('doctor-stopped', language, { requests });
  const short = new Set<string>(coverage.filter(entry => !isSeen(entry)).map(({ of }) => of));
  return say('doctor-seen', language, { seen: kinds.filter(({ kind }) => !short.has(kind)).length, all: kinds.length, requests });
}
