import { expect, it } from '@jest/globals';
import { portProblem } from './ports.ts';

it.each(['3978', '8080', '1024', '65535', '6001'])('port %s can be used', (port) => {
  expect(portProblem(port)).toBeNull();
});

it.each(['4190', '6000', '6667', '10080'])('port %s is refused, since no browser opens it', (port) => {
  expect(portProblem(port)).toContain('ブラウザー');
});

it.each(['', '0', 'abc', '65536', '-1', '3978x', '99999999'])('%j is no port', (port) => {
  expect(portProblem(port)).toContain('65535');
});

it('what fetch refuses is refused', async () => {
  // fetch refuses such a port before it connects.
  for (const port of [1, 2049, 4190, 5060, 5061, 6000, 6566, 6665, 6669, 6679, 6697, 10080]) {
    const error = await fetch(`http://127.0.0.1:${port}/`).catch((reason: Error) => reason);
    expect(String((error as Error).cause)).toContain('bad port');
    expect(portProblem(String(port))).not.toBeNull();
  }
});
