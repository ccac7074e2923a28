import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

const word = z.string().min(1).max(60);

export const RegisteredPlaceSchema = z.strictObject({
  /** Code of the city's rules: 自宅, 実家 … */
  place: word,
  /** 住所: shown to the person, their 所属長 and personnel only. */
  address: typedLinesOrNothing(300).default(''),
});
export const RegisteredDeviceSchema = z.strictObject({
  device: word,
  /** 機種・管理番号 */
  name: typedLinesOrNothing(200).default(''),
});

/** `POST /api/v1/telework/registrations` and `/check`: 利用者登録, or its change, or its renewal. */
export const RegistrationInputSchema = z.strictObject({
  places: z.array(RegisteredPlaceSchema).min(1).max(10),
  devices: z.array(RegisteredDeviceSchema).max(20).default([]),
  reasons: z.array(word).max(20).default([]),
  /** 連絡先: shown like the address. */
  contact: typedLine(200),
  /** 更新: for the time after the present one. */
  renewal: z.boolean().default(false),
});
export type RegistrationInput = z.infer<typeof RegistrationInputSchema>;

/** 申請中・有効・期限切れ・不承認・取消し・差替え */
export const RegistrationStateSchema = z.enum(['ASKED', 'VALID', 'EXPIRED', 'REFUSED', 'CANCELLED', 'REPLACED']);
export type RegistrationState = z.infer<typeof RegistrationStateSchema>;

export const RegistrationViewSchema = z.object({
  /** That of its application, under which its papers are read: `GET /telework/registrations/{id}`. */
  id: z.string(),
  /** Of the application. */
  version: z.number().int(),
  staff: PersonSchema,
  state: RegistrationStateSchema,
  /** Null as long as it is not approved. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** From then on the renewal is due. */
  remindFrom: z.string().nullable(),
  places: z.array(z.object({ place: z.string(), name: z.string(), address: z.string() })),
  devices: z.array(z.object({ device: z.string(), name: z.string(), model: z.string() })),
  contact: z.string(),
});
export type RegistrationView = z.infer<typeof RegistrationViewSchema>;

/** `GET /api/v1/telework/registrations/mine` */
export const MyRegistrationSchema = z.object({
  /** False where the city's rules know no registration. */
  needed: z.boolean(),
  current: RegistrationViewSchema.nullable(),
  asked: RegistrationViewSchema.nullable(),
  /** The renewal may be made now. */
  renewable: z.boolean(),
  /** The first day of telework that is still asked for in time; null where the city has no rules for it. */
  firstDay: z.string().nullable(),
});
export type MyRegistration = z.infer<typeof MyRegistrationSchema>;

/** `GET /api/v1/telework/registrations/people/{staffId}`: that of somebody below, or of anybody for personnel */
export const PersonsRegistrationSchema = z.object({
  current: RegistrationViewSchema.nullable(),
  /** Whether one may read address and 連絡先; they are empty where not. */
  personal: z.boolean(),
});
export type PersonsRegistration = z.infer<typeof PersonsRegistrationSchema>;
