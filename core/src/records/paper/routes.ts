import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddBoxInputSchema,
  AddPlaceInputSchema,
  BoxRecordInputSchema,
  BoxSearchSchema,
  LendInputSchema,
  MoveBoxInputSchema,
  PaperBoxViewSchema,
  PaperViewSchema,
  RecordBoxSchema,
} from './contract.ts';
import type { Paper } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const Nothing = z.strictObject({});

const looking = (paper: Paper): Route[] => [
  route({
    method: 'GET',
    path: '/paper',
    summary: { ja: '書庫（棚と箱）', en: 'Where paper lies: shelves and boxes' },
    query: BoxSearchSchema,
    answer: PaperViewSchema,
    handle: (caller, { query }) => paper.view(caller, query),
  }),
  route({
    method: 'GET',
    path: '/paper/boxes/{id}',
    summary: { ja: '箱の中身・置き場所・貸出し', en: 'A box: contents, where it was, who had it' },
    params: Id,
    answer: PaperBoxViewSchema,
    handle: (caller, { params }) => paper.box(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/box',
    summary: { ja: '文書の紙が入っている箱', en: 'The box that the paper of a record lies in' },
    params: Id,
    answer: RecordBoxSchema,
    handle: (caller, { params }) => paper.boxOfRecord(caller, params.id),
  }),
];

const changing = (paper: Paper): Route[] => [
  route({
    method: 'POST',
    path: '/paper/places',
    summary: { ja: '書庫と棚を加える', en: 'Add a shelf' },
    body: AddPlaceInputSchema,
    answer: PaperViewSchema,
    handle: (caller, { body }) => paper.addPlace(caller, body),
  }),
  route({
    method: 'POST',
    path: '/paper/boxes',
    summary: { ja: '箱を作る', en: 'Begin a box' },
    body: AddBoxInputSchema,
    answer: PaperBoxViewSchema,
    status: 201,
    handle: (caller, { body }) => paper.addBox(caller, body),
  }),
  route({
    method: 'POST',
    path: '/paper/boxes/{id}/move',
    summary: { ja: '箱の置き場所を変える', en: 'Move a box to another shelf' },
    params: Id,
    body: MoveBoxInputSchema,
    answer: PaperBoxViewSchema,
    handle: (caller, { params, body }) => paper.move(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/paper/boxes/{id}/records',
    summary: { ja: '文書を箱に入れる', en: 'Put a record into a box' },
    params: Id,
    body: BoxRecordInputSchema,
    answer: PaperBoxViewSchema,
    handle: (caller, { params, body }) => paper.put(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/paper/boxes/{id}/loans',
    summary: { ja: '箱を借りる（借覧）', en: 'Borrow a box' },
    params: Id,
    body: LendInputSchema,
    answer: PaperBoxViewSchema,
    handle: (caller, { params, body }) => paper.lend(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/paper/loans/{id}/return',
    summary: { ja: '返却を記録する', en: 'A box is back' },
    params: Id,
    body: Nothing,
    answer: PaperBoxViewSchema,
    handle: (caller, { params }) => paper.giveBack(caller, params.id),
  }),
];

export const paperRoutes = (paper: Paper): Route[] => [...looking(paper), ...changing(paper)];
