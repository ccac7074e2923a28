const JOINTS =
  /(?<=ます|です|ました|でした|ません|たい)(?:ので|んですが|んですけれど|んですけど|のですが|んで(?!す)|けれども|けれど|けども|けど|が|し)、?(?!、)|(?<=[いきぎしちにびみりえけげせてでねべめれ]ます)、(?=[^。、]{6,})|(?<=もらって|いただいて|おいて|といて|てください|ますから)、?(?=(?:あと(?!で|は)|それから|それと|ついでに|併せて|あわせて))/gu;

/** 「…送りますので、…お願いします」 says two things: the parts of a sentence that could stand alone, in order. */
export function clausesOf(sentence: string): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const joint of sentence.matchAll(JOINTS)) {
    clauses.push(sentence.slice(from, joint.index));
    from = joint.index + joint[0].length;
  }
  return [...clauses, sentence.slice(from)].filter((clause) => clause.trim() !== '');
}

const THEN =
  '(?:(?:の|、)?(?:朝一?|午前中?|午後|夕方|正午|お?昼|夜|うち|頭|前|\\d{1,2}時(?:半)?))*(?:まで|中|いっぱい|くらい|ぐらい|ごろ|以内)?(?:に|には|で|でも|にでも)?(?:いい|よい|ええ|構わない|かまわない|構いません|結構|大丈夫)?(?:です)?(?:から)?';
/** What is left of 「電話しといて今日の昼までに」 before the time that comes behind, where something stands before it. */
export function withoutAfterthought(
  clause: string,
  times: readonly { readonly from: number; readonly to: number }[],
): string {
  const last = times.at(-1);
  if (last === undefined || last.from < 6) return clause;
  const ends = new RegExp(`^${THEN}(?:ね|よ|か)*[。]?$`, 'u').test(clause.slice(last.to));
  const head = clause.slice(0, last.from).replace(/[、\s]+$/u, '');
  return ends && SAID_ALREADY.test(head) ? head : clause;
}
// Verbs that close what was said: a request, a promise.
const SAID_ALREADY =
  /(?:いて|ください|くれ|くれる|もらえます?|ます(?:か|よ|ね|わ)*|[いと]て(?:な|ね|や|よ)?|おく|とく|お願い(?:します)?|頼む|こと)$/u;

/** 「直しときます、名簿」「載せといて、張り紙も」: what is named behind the verb; it is kept for the time it may tell. */
export function withoutTail(clause: string): string {
  const tail =
    /^(?<head>.{4,}?)(?:、(?<said>[^、。]{1,12})|(?<=いて)(?<run>[一-龠ァ-ヶー]{1,4}[ぁ-ん]?[一-龠ァ-ヶー]{0,4}[もはをに]?))[。]?$/u.exec(
      clause,
    )?.groups;
  const behind = tail?.said ?? tail?.run;
  if (tail?.head === undefined || behind === undefined) return clause;
  return SAID_ALREADY.test(tail.head) && !SAYS_MORE.test(behind) ? tail.head : clause;
}
const SAYS_MORE = /(?:[うくすつぬむるぐぶいただ]|ます|です|ません|[かねよわ]|て|ので|から|けど|が)[?？]?$/u;

const LEADS =
  /^(?:はい|ええ|では|それでは|それじゃあ?|じゃあ?|そうしましたら|そうしたら|わかりました|承知(?:いた)?しました|了解(?:です|しました)?|かしこまりました|あと|あとは|それから|また|なお|で|まず|ただ|すみません|ありがとうございます|ということで)(?=[、。]|[^のはがをにで])[、。]?/u;

/** Without the words that only take the floor. */
export function withoutLead(sentence: string): string {
  let [text, before] = [sentence, ''];
  while (text !== before) {
    before = text;
    text = text.replace(LEADS, '');
  }
  return text === '' ? sentence : text;
}
