import { afterEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { appTokenFor, call, post, StandInService, startSandbox } from '../testing/tenant.ts';

let sandbox: Sandbox;
const service = new StandInService();
afterEach(async () => {
  await sandbox.close();
  await service.close();
});

/** Reads a stream of events until the wanted number is there. */
async function readEvents(url: string, count: number, started: () => Promise<void>) {
  const stop = new AbortController();
  const response = await fetch(url, { signal: stop.signal });
  const events: { event: string; data: Record<string, unknown> }[] = [];
  let text = '';
  let begun = false;
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (event !== '') events.push({ event, data: JSON.parse(data) });
    }
    if (!begun) void started();
    begun = true;
    if (events.length >= count) break;
  }
  stop.abort();
  return events;
}

describe('the event stream of a chat', () => {
  it('tells of messages added, updated in place and deleted, and of the feed', async () => {
    sandbox = await startSandbox({ serviceUrl: await service.listen() });
    const { conversationId } = (await post(`${sandbox.url}/sandbox/teams/drafter/open`)).json;
    const authorization = `Bearer ${await appTokenFor(sandbox, 'https://api.botframework.com')}`;
    const activities = `${sandbox.url}/channel/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    const events = await readEvents(`${sandbox.url}/sandbox/teams/drafter/events`, 6, async () => {
      const { id } = (await post(activities, { type: 'message', text: '一' }, { authorization })).json;
      const headers = { authorization, 'content-type': 'application/json' };
      await call(`${activities}/${id}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ type: 'message', text: '二' }),
      });
      await post(activities, { type: 'typing' }, { authorization });
      await call(`${activities}/${id}`, { method: 'DELETE', headers: { authorization } });
    });
    const seen = events.map(({ event, data }) => [event, data.kind].filter((part) => part !== undefined).join(' '));
    expect(seen).toEqual(['ready', 'message added', 'activity', 'message updated', 'typing', 'message deleted']);
    expect(events[3]?.data.message).toMatchObject({ text: '二' });
  });

  it('ends when the sandbox closes', async () => {
    sandbox = await startSandbox({ serviceUrl: await service.listen() });
    const response = await fetch(`${sandbox.url}/sandbox/teams/drafter/events`);
    const reading = response.text();
    await sandbox.close();
    await expect(reading).resolves.toContain('event: ready');
  });
});
