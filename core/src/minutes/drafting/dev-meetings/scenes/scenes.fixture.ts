import { type LabelledMeeting, labelled } from '../meeting.fixture.ts';

/** Scenes in one text, each headed `## 2026-06-03 name` with its day; below it the lines of `labelled`. */
export const scenes = (text: string): readonly LabelledMeeting[] =>
  text
    .split(/^## /mu)
    .slice(1)
    .map((scene) => {
      const [head = '', ...lines] = scene.trim().split('\n');
      return labelled(head.slice(11), { day: head.slice(0, 10) }, lines.join('\n'));
    });
