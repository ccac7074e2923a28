/** How a WAV file is written, and what its head says of itself. */
export interface Written {
  readonly rate: number;
  readonly bits: number;
  readonly channels: number;
  readonly isFloat: boolean;
  readonly extensible: boolean;
  /** Bytes of other chunks before the sound. */
  readonly before: number;
  /** The length that the head tells; else the true one. */
  readonly told?: number;
  readonly code?: number;
  readonly saidBits?: number;
  readonly saidChannels?: number;
}

const USUAL: Written = { rate: 16_000, bits: 16, channels: 1, isFloat: false, extensible: false, before: 0 };

function chunk(id: string, content: Buffer, told = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(told, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function formatOf(written: Written): Buffer {
  const { rate, bits, channels, isFloat, extensible } = written;
  const code = written.code ?? (isFloat ? 3 : 1);
  const format = Buffer.alloc(extensible ? 40 : 16);
  format.writeUInt16LE(extensible ? 0xfffe : code, 0);
  format.writeUInt16LE(written.saidChannels ?? channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE((rate * channels * bits) / 8, 8);
  format.writeUInt16LE((channels * bits) / 8, 12);
  format.writeUInt16LE(written.saidBits ?? bits, 14);
  if (extensible) format.writeUInt16LE(code, 24);
  return format;
}

function writeSample(
  into: Buffer,
  value: number,
  { at, bits, isFloat }: { at: number } & Pick<Written, 'bits' | 'isFloat'>,
) {
  if (isFloat) return bits === 32 ? into.writeFloatLE(value, at) : into.writeDoubleLE(value, at);
  const most = 2 ** (bits - 1);
  const whole = Math.max(-most, Math.min(most - 1, Math.round(value * most)));
  return bits === 8 ? into.writeUInt8(whole + 128, at) : into.writeIntLE(whole, at, bits / 8);
}

/** Sound as a WAV file, every channel the same. */
export function wavOf(samples: readonly number[], changed: Partial<Written> = {}): Buffer {
  const written = { ...USUAL, ...changed };
  const { bits, channels, isFloat } = written;
  const data = Buffer.alloc((samples.length * channels * bits) / 8);
  for (const [frame, value] of samples.entries())
    for (let channel = 0; channel < channels; channel += 1)
      writeSample(data, value, { at: ((frame * channels + channel) * bits) / 8, bits, isFloat });
  const chunks = Buffer.concat([
    Buffer.from('WAVE', 'latin1'),
    chunk('fmt ', formatOf(written)),
    ...(written.before > 0 ? [chunk('LIST', Buffer.alloc(written.before))] : []),
    chunk('data', data, written.told),
  ]);
  return chunk('RIFF', chunks);
}
