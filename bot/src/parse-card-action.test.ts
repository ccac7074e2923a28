import { describe, expect, it } from '@jest/globals';
import { parseCardAction } from './parse-card-action.ts';

const invoke = (action: object | null, over: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'm1',
  value: { action, trigger: 'manual' },
  ...over,
});
const execute = (over: object = {}) => ({
  type: 'Action.Execute',
  verb: 'approvals/approve',
  data: { caseId: 'c' },
  ...over,
});

describe('a pressed card', () => {
  it('gives its verb, its data and the message it stands in', () => {
    expect(parseCardAction(invoke(execute()))).toEqual({
      verb: 'approvals/approve',
      data: { caseId: 'c' },
      automatic: false,
      cardActivityId: 'm1',
    });
  });

  it('is told apart from a refresh that nobody asked for', () => {
    const value = { action: execute(), trigger: 'automatic' };
    expect(parseCardAction(invoke(null, { value }))?.automatic).toBe(true);
  });

  it('counts as pressed when the trigger is missing or unknown', () => {
    expect(parseCardAction(invoke(null, { value: { action: execute() } }))?.automatic).toBe(false);
    expect(parseCardAction(invoke(null, { value: { action: execute(), trigger: 7 } }))?.automatic).toBe(false);
  });

  it('has empty data when the card has none', () => {
    expect(parseCardAction(invoke(execute({ data: undefined })))?.data).toEqual({});
    expect(parseCardAction(invoke(execute({ data: null })))?.data).toEqual({});
  });

  it('works without knowing its message', () => {
    expect(parseCardAction(invoke(execute(), { replyToId: undefined }))?.cardActivityId).toBeNull();
    expect(parseCardAction(invoke(execute(), { replyToId: 5 }))?.cardActivityId).toBeNull();
  });

  it('drops what it does not know', () => {
    const value = { action: execute({ id: 'x', actor: 'mayor' }), state: 's', authentication: { token: 't' } };
    const read = parseCardAction(invoke(null, { value }));
    expect(Object.keys(read ?? {}).sort()).toEqual(['automatic', 'cardActivityId', 'data', 'verb']);
  });

  it.each([
    ['no value', invoke(null, { value: undefined })],
    ['no action', invoke(null)],
    ['another kind of action', invoke(execute({ type: 'Action.Submit' }))],
    ['no verb', invoke(execute({ verb: undefined }))],
    ['an empty verb', invoke(execute({ verb: '' }))],
    ['a verb of a wrong type', invoke(execute({ verb: ['approvals/approve'] }))],
    ['a verb without end', invoke(execute({ verb: 'a'.repeat(101) }))],
    ['data that is a list', invoke(execute({ data: [1] }))],
    ['data that is a text', invoke(execute({ data: '{}' }))],
    ['another invoke', invoke(execute(), { name: 'task/submit' })],
    ['nothing', undefined],
  ])('cannot be read with %s', (_what, value) => {
    expect(parseCardAction(value)).toBeNull();
  });
});
