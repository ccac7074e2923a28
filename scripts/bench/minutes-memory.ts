// Run by the bench in a process of its own: a meeting of twelve hours from its bytes to utterances.
import { utterancesOf } from '../../core/src/minutes/transcript/joined.ts';
import { readTranscript } from '../../core/src/minutes/transcript/read.ts';
import { meetingFile } from './meeting-file.ts';

const { transcript } = readTranscript({ name: 'meeting.vtt', bytes: meetingFile(12) });
const utterances = utterancesOf(transcript?.cues ?? []);
const rssMb = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(JSON.stringify({ cues: transcript?.cues.length, utterances: utterances.length, rssMb }));
