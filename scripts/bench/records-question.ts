import { newId } from '@kaigi/core/platform';
import { workOnIndex } from '../../core/src/records/search/indexing.ts';
import { plant } from '../../core/src/records/search/planted.fixture.ts';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO, testCity } from '../../core/src/testing/test-city.ts';
import type { Figures, OnClose } from './approvals.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { sampleQuestions, sampleTexts } from './records-search-corpus.ts';

const AMONG = 10;

/** Questions in plain sentences: is what answers them among the first ten, and how far at the front? */
export async function benchQuestions(_turns: Turns, onClose: OnClose): Promise<Figures> {
  const samples = process.env.KAIGI_SAMPLES;
  if (!samples) {
    say('見本の文章と問い（KAIGI_SAMPLES）がないため、問いは計測できません。');
    return {};
  }
  await globalSetup();
  onClose(globalTeardown);
  const city = await testCity();
  onClose(city.close);
  const unitId = newId();
  const texts = sampleTexts(samples);
  const idOf = new Map(texts.map(({ id }) => [id, newId()]));
  for (let at = 0; at < texts.length; at += 500) {
    const some = texts.slice(at, at + 500).map(({ id, title, text }, nth) => ({
      ...{ id: idOf.get(id) ?? '', title, text, at: new Date(Date.UTC(2026, 0, 1, 0, at + nth)) },
      ...{ unitId, unitPath: [unitId] },
    }));
    await plant(city.test.owner, MINATO, some);
  }
  await workOnIndex(city.test.db, MINATO);
  const questions = sampleQuestions(samples);
  const auditor = city.as('auditor');
  let [among, sum] = [0, 0];
  const times: number[] = [];
  for (const { question, text_id } of questions) {
    const began = performance.now();
    const { items } = await city.suite.records.searchRecords(auditor, { q: question });
    times.push(performance.now() - began);
    const rank = items.slice(0, AMONG).findIndex(({ id }) => id === idOf.get(text_id));
    if (rank < 0) continue;
    among += 1;
    sum += 1 / (rank + 1);
  }
  return {
    ...{ questions: questions.length, question_recall_at_10: rounded(among / questions.length, 4) },
    question_mrr: rounded(sum / questions.length, 4),
    ...{ question_p50_ms: rounded(median(times), 1), question_p95_ms: rounded(percentile(times, 0.95), 1) },
  };
}
