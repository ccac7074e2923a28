import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.ts';

describe('the environment of the sandbox', () => {
  it('may be empty', () => {
    expect(readEnvironment({})).toEqual({ options: { rateLimits: true, stateFile: '.kaigi/sandbox/state.json' } });
  });

  it('sets port, service, size, seed, entries, limits and the place of the state', () => {
    const env = {
      KAIGI_SANDBOX_PORT: '4179',
      KAIGI_SERVICE_URL: 'http://localhost:4178',
      KAIGI_SANDBOX_CITY_SIZE: '1400',
      KAIGI_SANDBOX_CITY_SEED: '',
      KAIGI_SANDBOX_ENTRIES_PER_WEEK: '40',
      KAIGI_SANDBOX_RATE_LIMITS: 'off',
      KAIGI_SANDBOX_STATE: 'memory',
    };
    expect(readEnvironment(env)).toEqual({
      options: {
        port: 4_179,
        serviceUrl: 'http://localhost:4178',
        citySize: 1_400,
        entriesPerWeek: 40,
        rateLimits: false,
      },
    });
  });

  it('is answered with every problem at once, each a sentence', () => {
    const result = readEnvironment({
      KAIGI_SANDBOX_PORT: '70000',
      KAIGI_SERVICE_URL: 'here',
      KAIGI_SANDBOX_STATE: 'disk',
    });
    expect(result).toEqual({
      problems: [
        'KAIGI_SANDBOX_PORT は 0 から 65535 までの数にしてください。',
        'KAIGI_SERVICE_URL は http:// で始まる住所にしてください。',
        'KAIGI_SANDBOX_STATE は file か memory にしてください。',
      ],
    });
  });
});
