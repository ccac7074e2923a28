import { join } from 'node:path';
import { z } from 'zod';
import type { SandboxOptions } from './settings.ts';

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} は ${min} から ${max} までの数にしてください。`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${name} は ${min} から ${max} までの数にしてください。`)
    .optional();

const schema = z.object({
  KAIGI_SANDBOX_PORT: wholeNumber('KAIGI_SANDBOX_PORT', 0, 65_535),
  KAIGI_SERVICE_URL: z.url('KAIGI_SERVICE_URL は http:// で始まる住所にしてください。').optional(),
  KAIGI_SANDBOX_ORIGIN: z.url('KAIGI_SANDBOX_ORIGIN は http:// で始まる住所にしてください。').optional(),
  KAIGI_SANDBOX_CITY_SIZE: wholeNumber('KAIGI_SANDBOX_CITY_SIZE', 1, 100_000),
  KAIGI_SANDBOX_CITY_SEED: wholeNumber('KAIGI_SANDBOX_CITY_SEED', 0, 4_294_967_295),
  KAIGI_SANDBOX_ENTRIES_PER_WEEK: wholeNumber('KAIGI_SANDBOX_ENTRIES_PER_WEEK', 0, 500),
  KAIGI_SANDBOX_RATE_LIMITS: z
    .enum(['on', 'off'], 'KAIGI_SANDBOX_RATE_LIMITS は on か off にしてください。')
    .optional(),
  KAIGI_SANDBOX_STATE: z.enum(['file', 'memory'], 'KAIGI_SANDBOX_STATE は file か memory にしてください。').optional(),
  KAIGI_HOME: z.string().optional(),
});

/** All problems at once, each a sentence. */
export function readEnvironment(env: NodeJS.ProcessEnv): { options: SandboxOptions } | { problems: string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (!result.success) return { problems: result.error.issues.map((issue) => issue.message) };
  const values = result.data;
  const options: SandboxOptions = {
    ...given('port', values.KAIGI_SANDBOX_PORT),
    ...given('serviceUrl', values.KAIGI_SERVICE_URL),
    ...given('origin', values.KAIGI_SANDBOX_ORIGIN),
    ...given('citySize', values.KAIGI_SANDBOX_CITY_SIZE),
    ...given('citySeed', values.KAIGI_SANDBOX_CITY_SEED),
    ...given('entriesPerWeek', values.KAIGI_SANDBOX_ENTRIES_PER_WEEK),
    rateLimits: values.KAIGI_SANDBOX_RATE_LIMITS !== 'off',
  };
  if (values.KAIGI_SANDBOX_STATE === 'memory') return { options };
  return { options: { ...options, stateFile: join(values.KAIGI_HOME ?? '.kaigi', 'sandbox', 'state.json') } };
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
