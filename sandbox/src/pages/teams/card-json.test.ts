import { describe, expect, it } from '@jest/globals';
import { cardSummary, isCard, isTooNew, prepareCard, refreshAction } from './card-json.ts';

const card = (body: readonly unknown[], more: object = {}) => ({ type: 'AdaptiveCard', version: '1.5', body, ...more });

describe('a card before it is drawn', () => {
  it('gets a sentence for a required field that has none, also inside a card to show', () => {
    const inner = card([{ type: 'Input.Text', id: 'reason', isRequired: true }]);
    const prepared = prepareCard(
      card([{ type: 'Input.Text', id: 'own', isRequired: true, errorMessage: '理由を書いてください' }], {
        actions: [{ type: 'Action.ShowCard', title: '差戻し', card: inner }],
      }),
      '入力してください。',
      {},
    );
    expect(prepared).toMatchObject({
      body: [{ errorMessage: '理由を書いてください' }],
      actions: [{ card: { body: [{ errorMessage: '入力してください。' }] } }],
    });
  });

  it('keeps what was typed', () => {
    const prepared = prepareCard(card([{ type: 'Input.Text', id: 'reason', value: '' }]), '', { reason: '書きかけ' });
    expect(prepared).toMatchObject({ body: [{ value: '書きかけ' }] });
  });

  it('never touches the data that goes back to the bot', () => {
    const data = { type: 'Input.Text', id: 'reason', isRequired: true };
    const given = card([], { actions: [{ type: 'Action.Execute', verb: 'v', data }] });
    expect(prepareCard(given, 'x', { reason: 'y' })).toEqual(given);
  });

  it('is refused when it is newer than Teams', () => {
    expect(isTooNew(card([], { version: '1.5' }))).toBe(false);
    expect(isTooNew(card([], { version: '1.6' }))).toBe(true);
    expect(isTooNew(card([], { version: '2.0' }))).toBe(true);
    expect(isTooNew(card([], { version: undefined }))).toBe(false);
  });

  it('is a card only when it says so', () => {
    expect(isCard({ type: 'message' })).toBe(false);
    expect(isCard(null)).toBe(false);
    expect(isCard(card([]))).toBe(true);
  });
});

describe('the refresh of a card', () => {
  it('is an Action.Execute', () => {
    const action = { type: 'Action.Execute', verb: 'approvals/refresh', data: { caseId: '1' } };
    expect(refreshAction(card([], { refresh: { action, userIds: [] } }))).toEqual(action);
    expect(refreshAction(card([], { refresh: { action: { type: 'Action.Submit' } } }))).toBeNull();
    expect(refreshAction(card([]))).toBeNull();
    expect(refreshAction('text')).toBeNull();
  });
});

describe('the words for a card', () => {
  it('are its fallback text, else the first text in it', () => {
    expect(cardSummary(card([], { fallbackText: '承認の依頼' }))).toBe('承認の依頼');
    const column = { type: 'Column', items: [{ type: 'TextBlock', text: '庁舎の修繕' }] };
    expect(cardSummary(card([{ type: 'ColumnSet', columns: [column] }]))).toBe('庁舎の修繕');
    expect(cardSummary(card([{ type: 'Image', url: 'x' }]))).toBe('');
  });
});
