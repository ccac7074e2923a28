import { describe, expect, it } from '@jest/globals';
import { createRecogniser } from './recogniser.ts';

describe('M-04: the configured recogniser', () => {
  it('is none, this machine, or a server, and says what listens', () => {
    expect(createRecogniser(null, null)).toBeNull();
    expect(createRecogniser({ kind: 'MODELS', folder: '/m', memoryMb: 1 }, null)?.name).toBe('sherpa-onnx');
    const server = {
      kind: 'SERVER',
      url: 'https://s.example/v1/audio/transcriptions',
      model: 'whisper-1',
      mostMb: 1,
    } as const;
    expect(createRecogniser(server, 'key')?.name).toBe('whisper-1');
  });
});
