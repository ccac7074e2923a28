/** What stands in a package for whoever opens it years later. */
export const README = `この包みについて

この包みは、BagIt（RFC 8493）の形をした公文書のまとまりです。BagIt を読む道具であれば、どれでも中身がそろっているかを確かめられます。

  data/records/      文書。1件ごとのフォルダーに、ファイルの各版、metadata.json（件名・番号・分類など）、proof.json（証明）
  data/metadata/     すべての文書の目録（CSV と JSON。項目名は Dublin Core に対応）
  data/ledger/       改ざん検知ログの署名済みの状態（checkpoint）と、署名を確かめる鍵（key.json）
  data/verify.mjs    証明を確かめるプログラム（Node.js 20 以降だけで動き、ネットワークもデータベースも使わない）

確かめ方

  1. ファイルがそろい、変わっていないこと：  sha256sum -c manifest-sha256.txt
  2. 文書と履歴が、市の改ざん検知ログに記録されたとおりであること：  node data/verify.mjs . --key 市が公表している鍵

鍵は、この包みの中のものではなく、市が別に公表しているものと見比べてください。
証明の形式は公開されています：RFC 6962（木と証明）、c2sp.org/tlog-checkpoint と c2sp.org/signed-note（署名）。

About this package

A bag (BagIt, RFC 8493) of official records: files of every version, metadata, history, and proofs that the city's
tamper-evident log holds them (RFC 6962; checkpoints as in c2sp.org/tlog-checkpoint).
Check it with "sha256sum -c manifest-sha256.txt" and "node data/verify.mjs . --key <the key that the city publishes>".
`;
