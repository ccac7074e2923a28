import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SpeechConfig } from '../../config/speech.ts';
import { checkSpeech } from './speech.ts';

const glance = async (speech: SpeechConfig | null, key: string | null = null) =>
  (await checkSpeech(speech, key, 'ja')).map(({ status, code, params }) =>
    [status, code, params.reason ?? ''].join(' '),
  );

describe('M-04: doctor looks at speech', () => {
  let folder: string;
  const server = createServer(({ url, headers }, response) => {
    response.writeHead(headers.authorization === 'Bearer good' ? (url === '/v1/models' ? 200 : 404) : 401).end();
  });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kaigi-doctor-speech-'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says that nothing is set', async () => {
    expect(await glance(null)).toEqual(['ok doctor.speech.none ']);
  });

  it('says which model file is missing, and then that voices are not told apart', async () => {
    const models = { kind: 'MODELS', folder, memoryMb: 1_000 } as const;
    const [missing] = await glance(models);
    expect(missing).toMatch(/^fail doctor.speech.models_fail .*model\.onnx, tokens\.txt がありません/);
    for (const name of ['recognition/model.onnx', 'recognition/tokens.txt', 'vad/silero_vad.onnx']) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), '');
    }
    expect(await glance(models)).toEqual(['ok doctor.speech.models ', 'warn doctor.speech.no_voices ']);
  });

  it('asks the server whether it is there and lets us in', async () => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1/audio/transcriptions`;
    const config: SpeechConfig = { kind: 'SERVER', url, model: 'whisper-1', mostMb: 25 };
    expect(await glance(config, 'good')).toEqual(['ok doctor.speech.server ']);
    expect((await glance(config, 'bad')).join()).toContain('KAIGI_SPEECH_KEY');
    const nobody = { ...config, url: 'http://127.0.0.1:9/v1/audio/transcriptions' };
    expect((await glance(nobody)).join()).toContain('fail doctor.speech.server_fail');
  });

  it('warns of recordings that travel in clear', async () => {
    const url = 'http://0.0.0.0:9/v1/audio/transcriptions';
    const said = await glance({ kind: 'SERVER', url, model: 'whisper-1', mostMb: 25 });
    expect(said.at(-1)).toBe('warn doctor.speech.in_clear ');
  });
});
