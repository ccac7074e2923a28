import type { Texts } from '../../shared/index.ts';

export const packagesTexts: Texts = {
  'records.bag_not_a_zip': { ja: 'パッケージを zip として読めません。', en: 'The package cannot be read as a zip.' },
  'records.bag_damaged': { ja: 'パッケージの zip が壊れています。', en: 'The zip of the package is damaged.' },
  'records.bag_too_large': { ja: 'パッケージのファイルが多すぎます。', en: 'The package has too many files.' },
  'records.bag_no_room': {
    ja: 'パッケージは中を広げると {gigabytes} GB になると言っていますが、それだけの空きがありません。広げずにやめました。',
    en: 'The package says that it unpacks to {gigabytes} GB, for which there is no room. Nothing was unpacked.',
  },
  'records.bag_not_one_folder': {
    ja: 'パッケージの zip には、フォルダーがちょうど1つ必要です。',
    en: 'The zip of a package holds exactly one folder.',
  },
  'records.bag_unsafe_path': {
    ja: 'パッケージに、外へ出るおそれのある名前のファイルがあります（{path}）。',
    en: 'The package has a file whose name could lead out of it ({path}).',
  },
  'records.bag_link': {
    ja: 'パッケージに、ファイルではないもの（リンクなど）があります（{path}）。',
    en: 'The package holds something that is no file, such as a link ({path}).',
  },
  'records.bag_encrypted': {
    ja: 'パッケージに、暗号化されたファイルがあります（{path}）。',
    en: 'The package holds an encrypted file ({path}).',
  },
  'records.bag_repeated_path': {
    ja: 'パッケージに、同じ場所を指す名前が二つあります（大文字・小文字などの違いだけの場合も含みます）（{path}）。',
    en: 'Two names in the package mean the same place, if only by case ({path}).',
  },
  'records.bag_no_declaration': {
    ja: 'bagit.txt がないか、BagIt（1.0、UTF-8）の宣言ではありません。',
    en: 'The declaration of BagIt 1.0 in UTF-8 (bagit.txt) is missing or another.',
  },
  'records.bag_fetches': {
    ja: 'パッケージに fetch.txt があります。よそから取り寄せるものを含むパッケージは受け取りません。',
    en: 'The package has a fetch.txt. A package whose files lie elsewhere is not accepted.',
  },
  'records.bag_unreadable_list': { ja: '{path} を読めません。', en: 'The file {path} cannot be read.' },
  'records.bag_no_list': {
    ja: 'SHA-256 か SHA-512 によるファイルの一覧（manifest）がありません。',
    en: 'There is no list of the files by SHA-256 or SHA-512 (manifest).',
  },
  'records.bag_wrong_list': {
    ja: '{list} に、そこに載るはずのないファイルがあります（{path}）。',
    en: 'The list {list} names a file that does not belong there ({path}).',
  },
  'records.bag_file_missing': {
    ja: '一覧にあるファイルがパッケージにありません（{path}）。',
    en: 'A file on the list is not in the package ({path}).',
  },
  'records.bag_file_unlisted': {
    ja: 'パッケージに、{list} に載っていないファイルがあります（{path}）。',
    en: 'The package has a file that {list} does not name ({path}).',
  },
  'records.bag_file_unreadable': {
    ja: 'パッケージのファイルを最後まで読めません（{path}）。',
    en: 'A file of the package cannot be read to its end ({path}).',
  },
  'records.bag_file_altered': {
    ja: 'パッケージのファイルが、一覧のハッシュ値と違います（{path}）。',
    en: 'A file of the package does not have the hash on the list ({path}).',
  },
  'records.bag_wrong_size': {
    ja: 'bag-info.txt の Payload-Oxum（バイト数と件数）が、実際と違います。',
    en: 'Payload-Oxum in bag-info.txt (bytes and files) is not what is there.',
  },
};
