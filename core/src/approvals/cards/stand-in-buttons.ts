import { dayIn, type Locale } from '../../shared/index.ts';
import type { CaseView, StandInOffer } from '../contract.ts';
import { asking, cut, type Element, execute, say, small, text, ticked, typed } from './elements.ts';
import { standInWords, buttonWords as words } from './words.ts';

/** For whom, by which article, on what evidence, and until when the absent one looks at it. */
function grounds(view: CaseView, offer: StandInOffer, locale: Locale): Element[] {
  const { onBehalfOf, article, sentence, postReviewDueOn } = offer;
  const evidence = view.route.find(({ id }) => id === offer.slotId)?.absence?.statement;
  const line = (word: { ja: string; en: string }, value: string) => small(`${say(word, locale)}：${cut(value)}`);
  return [
    text(`${say(standInWords.behalf, locale)}：${onBehalfOf.unitName} ${onBehalfOf.postTitle}`, { weight: 'Bolder' }),
    line(standInWords.article, sentence.includes(article) ? sentence : `${article}　${sentence}`),
    ...(evidence ? [line(standInWords.evidence, evidence)] : []),
    ...(postReviewDueOn ? [line(standInWords.reviewBy, dayIn(postReviewDueOn, locale))] : []),
  ];
}

function deputy(view: CaseView, offer: StandInOffer, locale: Locale): Element {
  const title = say(offer.decides ? words.deputyDecide : words.deputyApprove, locale);
  const asked = offer.needsInstruction ? words.instruction : words.instructionOptional;
  const instruction =
    offer.needsInstruction || offer.instructionSparesReview ? [typed('instruction', asked, locale)] : [];
  const paper = view.may.checkPaper ? [ticked('deputyPaper', words.paperChecked, locale)] : [];
  const inside = [...instruction, ...paper, typed('deputyComment', words.comment, locale)];
  const send = execute('deputy-decide', view, { title, style: 'positive', about: { slotId: offer.slotId } });
  return asking(title, [...grounds(view, offer, locale), ...inside], [send]);
}

function passingOver(view: CaseView, offer: StandInOffer, locale: Locale): Element {
  const title = say(words.skip, locale);
  const send = execute('skip-absent', view, { title, about: { slotId: offer.slotId } });
  return asking(title, [...grounds(view, offer, locale), typed('skipReason', words.reason, locale)], [send]);
}

/** 代決 and 後閲, only while the regulations allow them today. Where there are several, the rest is on the case page. */
export function standInButtons(view: CaseView, locale: Locale): Element[] {
  const offers = view.may.standIn;
  const instead = offers.find(({ kind }) => kind === 'DEPUTY');
  const over = offers.find(({ kind }) => kind === 'SKIP');
  return [...(instead ? [deputy(view, instead, locale)] : []), ...(over ? [passingOver(view, over, locale)] : [])];
}
