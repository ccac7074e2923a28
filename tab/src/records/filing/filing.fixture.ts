import { type Placing, PlacingSchema } from '@kaigi/core/contract';

export const aPlacing = (more: Partial<Placing> = {}): Placing =>
  PlacingSchema.parse({
    retention: { period: '5年', sentence: '保存期間は5年です。', article: '文書取扱規程 別表第2 第10項' },
    ...{ folders: [], folderId: null, level: 'C2', levelReason: '特に事情のない文書はこの機密性です。' },
    questions: [
      { id: 'secret', text: '秘密文書として扱う文書ですか。' },
      { id: 'grave', text: '漏れると特定の人を大きく損なう情報が入っていますか。' },
      { id: 'personal', text: '個人や会社の情報が入っていますか。' },
      { id: 'internal', text: '庁内だけで使う文書ですか。' },
    ],
    levels: {
      C3A: { name: '機密性3A', readers: '名前を挙げた職員だけが見ます' },
      C3B: { name: '機密性3B', readers: '主管課の長と登録した職員が見ます' },
      C3C: { name: '機密性3C', readers: '主管課の職員だけが見ます' },
      C2: { name: '機密性2', readers: '主管課とその上司が見ます' },
      C1: { name: '機密性1', readers: '公表できる文書です' },
    },
    ...more,
  });
