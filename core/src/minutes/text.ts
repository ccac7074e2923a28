import type { Texts } from '../shared/index.ts';
import { chatTexts } from './chat/text.ts';
import { chatsTexts } from './chats/text.ts';
import { cardTexts } from './deciding/card-text.ts';
import { decidingTexts } from './deciding/text.ts';
import { glossaryTexts } from './glossary/text.ts';
import { historyTexts } from './history/text.ts';
import { keepingTexts } from './keeping/text.ts';
import { lineTexts } from './lines/text.ts';
import { meetingTexts } from './meetings/text.ts';
import { paperTexts } from './paper/text.ts';
import { publicationTexts } from './publication/text.ts';
import { reckoningTexts } from './reckoning/text.ts';
import { recognisingTexts } from './recognising/index.ts';
import { recordingTexts } from './recordings/text.ts';
import { roundCardTexts } from './round/card-text.ts';
import { roundTexts } from './round/text.ts';
import { searchTexts } from './search/text.ts';
import { sentenceTexts } from './sentences/text.ts';
import { signingTexts } from './signing/text.ts';
import { sourcesTexts } from './sources/index.ts';
import { transcriptTexts } from './transcript/text.ts';
import { takingInTexts } from './transcripts/text.ts';
import { wordingTexts } from './wording/index.ts';

/** The sentences of every room. */
export const minutesTexts: Texts = {
  ...meetingTexts,
  ...lineTexts,
  ...sentenceTexts,
  ...roundTexts,
  ...roundCardTexts,
  ...signingTexts,
  ...transcriptTexts,
  ...takingInTexts,
  ...chatTexts,
  ...chatsTexts,
  ...sourcesTexts,
  ...recognisingTexts,
  ...paperTexts,
  ...publicationTexts,
  ...searchTexts,
  ...glossaryTexts,
  ...recordingTexts,
  ...wordingTexts,
  ...reckoningTexts,
  ...historyTexts,
  ...decidingTexts,
  ...cardTexts,
  ...keepingTexts,
};
