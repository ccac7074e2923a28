import { aCase, aDecidedCase, aRegisterRow, caseId, HISTORY, NUMBER } from './cases.ts';
import { aDraftedInstruction, aReceivedInstruction } from './instructions.ts';
import { ME } from './people.ts';
import { aPresence } from './presence.ts';
import { aPack, PACK_ID } from './stand-in-packs.ts';
import { aDataSets, anAbsence, aReachPage } from './stand-in-settings.ts';
import { workdayInEnglish } from './stand-in-workday.ts';
import type { World } from './stand-in-world.ts';
import { aBoardItem, theStatistics } from './stats.ts';

const WHO = { staffId: 's', name: 'Alpha', postTitle: 'Section head', unitName: 'Policy' };
const ENGLISH_NUMBER = { ...NUMBER, label: 'P-12', symbol: 'P' };

/** The same world with data in Latin letters, so that every Japanese letter left is one of ours. */
export function inEnglish(world: World): void {
  world.workday = workdayInEnglish(world.workday);
  const base = aCase();
  const words = {
    title: 'Grants for civic groups',
    unitName: 'Policy',
    drafter: WHO,
    proposalText: 'May we pay the grants as attached?',
    classification: { code: '01', name: 'Grants' },
    document: { ...base.document, file: { ...base.document.file, fileName: 'grants.docx' } },
    // The sentence of the record stays Japanese; English readers are shown the other one.
    basis: base.basis && {
      ...base.basis,
      article: 'Rules, article 5',
      sentenceEn: 'A section head decides (Rules, 5)',
    },
    sendBackTargets: [],
    questions: [{ id: 'q', askedBy: WHO, askedAt: '2026-11-20T03:00:00Z', text: 'Why?', answer: null }],
    sentBack: { by: WHO, at: '2026-11-20T03:00:00Z', reason: 'Sums' },
  };
  const route = base.route.map((slot) => ({
    ...slot,
    postTitle: 'Head',
    unitName: 'Policy',
    holders: [WHO],
    article: 'Rules, article 4',
    reason: 'The line',
    actedBy: slot.actedBy && WHO,
    comment: null,
  }));
  const holder = base.holder && { ...base.holder, postTitle: 'Head', unitName: 'Policy', names: ['Alpha', 'Beta'] };
  world.me = {
    ...ME,
    name: 'Alpha',
    municipality: { ...ME.municipality, name: 'Minato' },
    posts: ME.posts.map((post) => ({ ...post, title: 'Head', unitName: 'Policy' })),
  };
  world.cases = new Map([
    [caseId(1), aCase({ ...words, route, holder, holders: holder ? [holder] : [] })],
    [caseId(2), aDecidedCase({ ...words, route, id: caseId(2), documentNumber: ENGLISH_NUMBER })],
  ]);
  figuresInEnglish(world);
  settingsInEnglish(world);
  packsInEnglish(world);
  instructionsInEnglish(world);
  world.bookWords = inLatin;
  world.attendance = inLatin(world.attendance);
  world.disaster = inLatin(world.disaster);
  world.papers = inLatin(world.papers);
  world.schedules = inLatin(world.schedules);
  world.rooms = inLatin(world.rooms);
  world.yearly = inLatin(world.yearly);
  world.finding = inLatin(world.finding);
  world.polls = inLatin(world.polls);
  world.written = inLatin(world.written);
  world.words = inLatin(world.words);
  world.minutes = { ...inLatin(world.minutes), answers: new Map() };
  world.history = HISTORY.map((entry) => ({ ...entry, actor: WHO, comment: null }));
  world.register = [
    aRegisterRow(12, {
      number: ENGLISH_NUMBER,
      title: 'Grants',
      unitName: 'Policy',
      registeredBy: 'Alpha',
      state: 'VOID',
    }),
  ];
}

const JAPANESE = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]|\ud842/;

/** The same values with another word wherever a Japanese one stands. */
function inLatin<T>(value: T): T {
  const other = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' && JAPANESE.test(part) ? 'Alpha' : part,
  );
  return JSON.parse(other) as T;
}

function settingsInEnglish(world: World): void {
  const { items, counts } = aReachPage();
  world.settings = {
    wishes: { ...world.settings.wishes, sentence: 'You are told of requests as they come.' },
    absences: [anAbsence({ person: WHO, statement: 'Typed by Alpha', note: '', recordedBy: 'Alpha' })],
    mayRecordFor: [{ ...WHO, staffId: 's-other' }],
    freshness: 'Calendars in Outlook: read 11:05.',
    reach: aReachPage({
      counts,
      otherwise: { ways: ['MAIL'], sentence: 'Others are told by mail.' },
      items: items.map((item) => ({ ...item, person: WHO, advice: 'Ask them to open the app.' })),
    }),
    mirror: inLatin(world.settings.mirror),
    dataSets: {
      ...{ regulationVersion: 'minato/2026-04-01', regulation: 'The rules of records' },
      items: aDataSets().items.map((item) => ({
        ...{ ...item, name: 'Presence', purpose: 'To reach each other', article: 'Table 3' },
        ...{ period: 'less than one year (30 days)', sentence: 'Kept less than one year (30 days).', note: 'It goes.' },
      })),
    },
  };
}

function instructionsInEnglish(world: World): void {
  const received = aReceivedInstruction();
  const given = aDraftedInstruction();
  const words = { purpose: 'Grants for civic groups', reader: 'The assembly', length: 'One page', sample: null };
  world.instructions = {
    received: [{ ...received, ...words, givenBy: WHO, addressee: WHO }],
    given: [
      { ...given, ...words, givenBy: WHO, addressee: WHO, draft: given.draft && { ...given.draft, title: 'Grants' } },
    ],
    below: [WHO],
  };
}

function packsInEnglish(world: World): void {
  const words = { article: 'Rules, table 1', sentence: 'The section head decides.' };
  const { packs, review, table } = world.packs;
  world.packs = {
    findings: [],
    packs: [
      aPack({ packId: PACK_ID, regulation: 'Rules of decision', importedBy: WHO }),
      ...packs.slice(1).map((pack) => ({ ...pack, regulation: 'Rules of decision' })),
    ],
    review: {
      ...review,
      matter: { code: 'RULES', name: 'Amending the rules' },
      added: [{ ruleId: 'a', ...words }],
      changed: [{ ruleId: 'b', ...words }],
      breaks: [{ ruleId: 'c', ...words }],
    },
    table: { ...table, sections: [{ title: 'Decisions', head: ['row', 'rule'], rows: [['a', 'section head']] }] },
  };
}

function figuresInEnglish(world: World): void {
  world.board = [
    aBoardItem({
      title: 'Grants for civic groups',
      drafter: WHO,
      unitName: 'Policy',
      postTitle: 'Head',
      holderUnitName: 'Policy',
      names: ['Alpha'],
      absence: { statement: 'On leave', until: null },
      deputies: ['Beta'],
    }),
  ];
  const figures = theStatistics();
  world.statistics = theStatistics({
    units: figures.units.map((unit) => ({ ...unit, unitName: 'Policy' })),
    electronic: {
      ...figures.electronic,
      exclusions: figures.electronic.exclusions.map((part) => ({ ...part, sentence: part.code })),
    },
    bySection: figures.bySection.map((section, index) => ({ ...section, unitName: `Section ${index}` })),
    slowestSteps: figures.slowestSteps.map((step) => ({ ...step, unitName: 'Finance', postTitle: 'Head' })),
  });
  world.presence.rows = [
    aPresence('Alpha', { person: WHO }),
    aPresence('Beta', { person: { ...WHO, staffId: 'b' }, state: 'HOME', mayNudge: true }),
  ];
  world.presence.path = ['Planning', 'Policy'];
}
