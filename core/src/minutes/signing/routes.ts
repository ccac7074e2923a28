import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  BeginSigningInputSchema,
  PaperSignatureInputSchema,
  RefuseToSignInputSchema,
  SignInputSchema,
  SigningSchema,
} from './contract.ts';
import type { Signings } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const signingRoutes = (signings: Signings): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/signing',
    summary: { ja: '会議録の署名', en: 'The signatures on the minutes' },
    params: Id,
    answer: SigningSchema,
    handle: (caller, { params }) => signings.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/signing',
    summary: { ja: '議長と署名委員に署名を頼む', en: 'Ask the chair and the signers to sign' },
    params: Id,
    body: BeginSigningInputSchema,
    answer: SigningSchema,
    handle: (caller, { params, body }) => signings.begin(caller, params.id, body.version),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/sign',
    summary: { ja: '会議録に署名する', en: 'Sign the minutes' },
    params: Id,
    body: SignInputSchema,
    answer: SigningSchema,
    handle: (caller, { params, body }) => signings.sign(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/signing/paper',
    summary: { ja: '紙の署名を入れる', en: 'Write down a signature on paper' },
    params: Id,
    body: PaperSignatureInputSchema,
    answer: SigningSchema,
    handle: (caller, { params, body }) => signings.enterPaper(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/signing/refuse',
    summary: { ja: '署名せず、作成に戻す', en: 'Refuse to sign' },
    params: Id,
    body: RefuseToSignInputSchema,
    answer: SigningSchema,
    handle: (caller, { params, body }) => signings.refuse(caller, params.id, body),
  }),
];
