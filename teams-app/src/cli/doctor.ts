import { type Command, type Context, EXIT, sentenceIn } from './context.ts';
import { checkCalendars } from './doctor/calendars.ts';
import type { Checked } from './doctor/check.ts';
import { checkDatabase } from './doctor/database.ts';
import { checkBlobs, checkDisk, checkMode, checkNode, checkPages } from './doctor/machine.ts';
import { checkBot, checkClock, checkGraph } from './doctor/microsoft.ts';
import { checkSpeech } from './doctor/speech.ts';
import { doctorTexts } from './doctor/text.ts';
import { checkTranscripts } from './doctor/transcripts.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  options: {},
  async run(context) {
    const { locale } = context;
    const sentence = ({ code, params }: Pick<Checked, 'code' | 'params'>) =>
      sentenceIn(locale, code, params, doctorTexts);
    const results: Checked[] = [];
    for (const check of checksOf(context)) {
      for (const result of await check()) {
        results.push(result);
        context.line(`[${sentence({ code: `doctor.mark.${result.status}`, params: {} })}] ${sentence(result)}`);
      }
    }
    const count = (status: Checked['status']) => results.filter((result) => result.status === status).length;
    const [failed, warned] = [count('fail'), count('warn')];
    context.line(sentence(verdict(failed, warned)));
    context.answer({
      healthy: failed === 0,
      checks: results.map((result) => ({ ...result, detail: sentence(result) })),
    });
    return failed > 0 ? EXIT.found : EXIT.ok;
  },
};

function verdict(failed: number, warned: number) {
  if (failed > 0) return { code: 'doctor.some_failed', params: { count: failed } };
  return warned > 0
    ? { code: 'doctor.only_warnings', params: { count: warned } }
    : { code: 'doctor.all_fine', params: {} };
}

function checksOf({ config, secrets, locale }: Context): readonly (() => Promise<readonly Checked[]>)[] {
  return [
    async () => [checkNode(process.versions.node), checkMode(config)],
    async () => [await checkDisk(config)],
    () => checkDatabase(config, secrets),
    async () => [await checkBlobs(config, secrets)],
    () => checkGraph(config, secrets, locale),
    () => checkTranscripts(config, secrets, locale),
    () => checkCalendars(config, secrets, locale),
    async () => [await checkBot(config, secrets, locale)],
    async () => [await checkClock(config)],
    async () => [checkPages()],
    () => checkSpeech(config.speech, secrets.speechKey, locale),
  ];
}
