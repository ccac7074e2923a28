import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddresseeQuerySchema,
  AddresseesSchema,
  CancelInstructionInputSchema,
  GiveInstructionInputSchema,
  InstructionPageSchema,
  InstructionQuerySchema,
  InstructionViewSchema,
} from './contract.ts';
import type { Instructions } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const instructionRoutes = (instructions: Instructions): Route[] => [
  route({
    method: 'POST',
    path: '/instructions',
    summary: { ja: '作成指示を出す', en: 'Say what a draft is to be, before it is drafted' },
    body: GiveInstructionInputSchema,
    answer: InstructionViewSchema,
    status: 201,
    handle: (caller, { body }) => instructions.give(caller, body),
  }),
  route({
    method: 'GET',
    path: '/instructions',
    summary: { ja: '作成指示の一覧（出したもの、届いたもの）', en: 'Instructions given or received' },
    query: InstructionQuerySchema,
    answer: InstructionPageSchema,
    handle: (caller, { query }) => instructions.list(caller, query),
  }),
  route({
    method: 'GET',
    path: '/instructions/addressees',
    summary: { ja: '作成指示を出せる宛先（近い人から）', en: 'To whom the caller may give an instruction today' },
    query: AddresseeQuerySchema,
    answer: AddresseesSchema,
    handle: (caller, { query }) => instructions.addressees(caller, query.q),
  }),
  route({
    method: 'GET',
    path: '/instructions/{id}',
    summary: { ja: '作成指示', en: 'One instruction' },
    params: Id,
    answer: InstructionViewSchema,
    handle: (caller, { params }) => instructions.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/instructions/{id}/cancel',
    summary: { ja: '作成指示の取消し（指示した人、理由を付けて）', en: 'Cancel an instruction, with a reason' },
    params: Id,
    body: CancelInstructionInputSchema,
    answer: InstructionViewSchema,
    handle: (caller, { params, body }) => instructions.cancel(caller, params.id, body),
  }),
];
