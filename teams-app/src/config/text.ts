import type { Texts } from '@kaigi/core/shared';

export const configTexts: Texts = {
  'config.not_a_port': {
    ja: '{name} は 1 から 65535 までの整数で指定してください（いまの値：{value}）。',
    en: '{name} must be a whole number from 1 to 65535 (it is: {value}).',
  },
  'config.not_a_url': {
    ja: '{name} は {kind} の URL で指定してください（いまの値：{value}）。',
    en: '{name} must be a URL ({kind}) (it is: {value}).',
  },
  'config.url_with_path': {
    ja: '{name} には、パスや ? のない URL を指定してください（いまの値：{value}）。',
    en: '{name} must be a URL without a path or query (it is: {value}).',
  },
  'config.not_a_guid': {
    ja: '{name} は GUID（例 4b616967-6900-4000-8000-000000000001）で指定してください（いまの値：{value}）。',
    en: '{name} must be a GUID, like 4b616967-6900-4000-8000-000000000001 (it is: {value}).',
  },
  'config.not_a_database_url': {
    ja: 'DATABASE_URL は postgres:// で始まる URL で指定してください。',
    en: 'DATABASE_URL must be a URL that starts with postgres://.',
  },
  'config.not_a_log_level': {
    ja: 'KAIGI_LOG_LEVEL は {known} のどれかで指定してください（いまの値：{value}）。',
    en: 'KAIGI_LOG_LEVEL must be one of {known} (it is: {value}).',
  },
  'config.not_a_rate': {
    ja: 'KAIGI_REQUESTS_PER_MINUTE は 1 以上 1000000 以下の整数で指定してください（いまの値：{value}）。',
    en: 'KAIGI_REQUESTS_PER_MINUTE must be a whole number from 1 to 1000000 (it is: {value}).',
  },
  'config.not_switched_tenants': {
    ja: '{name} は on、off、または KAIGI_TENANTS にあるテナントID（コンマ区切り）で指定してください。読めない部分：{value}',
    en: '{name} must be on, off, or tenant ids of KAIGI_TENANTS separated by commas. Not readable: {value}',
  },
  'config.not_mail_senders': {
    ja: 'KAIGI_MAIL_SENDER は、差出人にする共有メールボックスのアドレスで指定してください。団体が 2 つ以上あるときは「テナントID=アドレス」をコンマで区切り、団体ごとに一つ指定します。読めない部分：{value}',
    en: 'KAIGI_MAIL_SENDER must be the address of the shared mailbox that mail comes from; with two or more municipalities "tenantId=address" separated by commas, one for each. Not readable: {value}',
  },
  'config.not_senders': {
    ja: 'KAIGI_SENDERS は「名前@テナントID=whsec_（Base64 の鍵、24 バイト以上）」をコンマで区切って指定してください。名前は英小文字・数字・ハイフンで、一つずつ違うものにし、テナントは KAIGI_TENANTS にあるものにします。',
    en: 'KAIGI_SENDERS must be "name@tenantId=whsec_…" (a Base64 key of 24 bytes or more) separated by commas; names are lower-case letters, digits and hyphens, each used once, and tenants are those of KAIGI_TENANTS.',
  },
  'config.not_on_or_off': {
    ja: '{name} は on か off で指定してください（いまの値：{value}）。',
    en: '{name} must be on or off (it is: {value}).',
  },
  'config.not_a_host': {
    ja: 'KAIGI_HOST は待ち受ける IP アドレスか localhost で指定してください（いまの値：{value}）。',
    en: 'KAIGI_HOST must be an IP address to listen on, or localhost (it is: {value}).',
  },
  'config.not_proxies': {
    ja: 'KAIGI_TRUSTED_PROXIES は IP アドレスまたは範囲（例 10.0.0.0/8）をコンマで区切って指定してください（いまの値：{value}）。',
    en: 'KAIGI_TRUSTED_PROXIES must be IP addresses or ranges (like 10.0.0.0/8), separated by commas (it is: {value}).',
  },
  'config.half_credentials': {
    ja: 'KAIGI_CLIENT_ID と KAIGI_CLIENT_SECRET は両方とも指定するか、両方とも外してください。{missing} がありません。',
    en: 'Set both KAIGI_CLIENT_ID and KAIGI_CLIENT_SECRET, or neither. {missing} is missing.',
  },
  'config.sandbox_beside_credentials': {
    ja: 'Microsoft 365 の資格情報と KAIGI_SANDBOX_URL は同時に指定できません。本番では KAIGI_SANDBOX_URL を外してください。',
    en: 'Microsoft 365 credentials and KAIGI_SANDBOX_URL cannot be set together. In production remove KAIGI_SANDBOX_URL.',
  },
  'config.sandbox_not_loopback': {
    ja: 'Microsoft 365 の資格情報がないため、サンドボックスとして動きます。この状態では自分の機械（127.0.0.1）以外では待ち受けません。{name} を外すか、KAIGI_CLIENT_ID と KAIGI_CLIENT_SECRET を指定してください（いまの値：{value}）。',
    en: 'Without Microsoft 365 credentials this is a sandbox and listens on this machine (127.0.0.1) only. Remove {name}, or set KAIGI_CLIENT_ID and KAIGI_CLIENT_SECRET (it is: {value}).',
  },
  'config.required': {
    ja: '本番では {name} が必要です。{why}',
    en: '{name} is required in production. {why}',
  },
  'config.not_tenants': {
    ja: 'KAIGI_TENANTS は「テナントID=名称」をコンマで区切って指定してください。読めない部分：{value}',
    en: 'KAIGI_TENANTS must be "tenantId=name" separated by commas. Not readable: {value}',
  },
  'config.tenant_twice': {
    ja: 'KAIGI_TENANTS に同じテナントが 2 度あります：{value}',
    en: 'KAIGI_TENANTS names this tenant twice: {value}',
  },
  'config.home_tenant_unknown': {
    ja: 'KAIGI_HOME_TENANT は KAIGI_TENANTS にあるテナントで指定してください（いまの値：{value}）。',
    en: 'KAIGI_HOME_TENANT must be one of KAIGI_TENANTS (it is: {value}).',
  },
  'config.org_csv_one_for_all': {
    ja: '団体が 2 つ以上あるときは、KAIGI_ORG_CSV のどこかに「{tenantId}」と書いて、団体ごとのファイルを指してください（いまの値：{value}）。',
    en: 'With two or more municipalities KAIGI_ORG_CSV must contain {tenantId}, so that each has its own file (it is: {value}).',
  },
  'config.speech_twice': {
    ja: 'KAIGI_SPEECH_MODELS（庁内の音声認識）と KAIGI_SPEECH_URL（音声認識のサーバー）は、どちらか一つを指定してください。',
    en: 'Set either KAIGI_SPEECH_MODELS (a recogniser on this machine) or KAIGI_SPEECH_URL (a speech server), not both.',
  },
  'config.speech_without_model': {
    ja: 'KAIGI_SPEECH_URL を指定するときは、KAIGI_SPEECH_MODEL にモデルの名前（例 whisper-1）も指定してください。',
    en: 'KAIGI_SPEECH_URL needs KAIGI_SPEECH_MODEL, the name of a model such as whisper-1.',
  },
  'config.of_use_only_with': {
    ja: '{name} は {needed} と一緒に指定してください。',
    en: '{name} is of use only with {needed}.',
  },
  'config.timestamps_without_ca': {
    ja: 'KAIGI_TIMESTAMP_URL を指定するときは、KAIGI_TIMESTAMP_CA に、信頼する認証局の証明書（PEM）のファイルも指定してください。',
    en: 'KAIGI_TIMESTAMP_URL needs KAIGI_TIMESTAMP_CA, a PEM file of the certificates that are trusted.',
  },
  'config.not_a_policy': {
    ja: 'KAIGI_TIMESTAMP_POLICY「{value}」は、方針の番号（1.2.392.… の形の OID）ではありません。',
    en: 'KAIGI_TIMESTAMP_POLICY "{value}" is not the number of a policy (an OID such as 1.2.392.…).',
  },
  'config.wording_without_model': {
    ja: 'KAIGI_WORDING_URL を指定するときは、KAIGI_WORDING_MODEL にモデルの名前も指定してください。',
    en: 'KAIGI_WORDING_URL needs KAIGI_WORDING_MODEL, the name of a model.',
  },
  'config.not_a_key': {
    ja: '{name} は、空白のない英数字と記号で指定してください。',
    en: '{name} must be letters, digits and signs without spaces.',
  },
  'config.not_an_azure_url': {
    ja: 'KAIGI_BLOBS_AZURE_URL は https://アカウント.blob.core.windows.net/コンテナー/名前 の形で指定してください。? 以降（SAS）は書けません。',
    en: 'KAIGI_BLOBS_AZURE_URL must be https://account.blob.core.windows.net/container/prefix, without anything behind a ? (no SAS).',
  },
  'config.azure_without_key': {
    ja: 'KAIGI_BLOBS_AZURE_URL を指定するときは、KAIGI_BLOBS_AZURE_KEY にストレージ アカウントのキーも指定してください。',
    en: 'KAIGI_BLOBS_AZURE_URL needs KAIGI_BLOBS_AZURE_KEY, a key of the storage account.',
  },
  'config.not_an_azure_key': {
    ja: 'KAIGI_BLOBS_AZURE_KEY は、ストレージ アカウントのキー（Base64、88 文字）をそのまま指定してください。',
    en: 'KAIGI_BLOBS_AZURE_KEY must be a key of the storage account as it stands there (Base64, 88 characters).',
  },
  'config.not_libraries': {
    ja: 'KAIGI_LIBRARY は「テナントID=ドライブID」をコンマで区切り、団体ごとに一つ指定してください。使わないときは off にします。読めない部分：{value}',
    en: 'KAIGI_LIBRARY must be "tenantId=driveId" separated by commas, one for each municipality, or off. Not readable: {value}',
  },
  'config.not_a_label': {
    ja: 'KAIGI_LIBRARY_LABEL は、保持ラベルの名前（64 文字まで）を指定してください。',
    en: 'KAIGI_LIBRARY_LABEL must be the name of a retention label (up to 64 characters).',
  },
  'config.not_days': {
    ja: '{name} は {from} 以上 {to} 以下の整数（日）で指定してください（いまの値：{value}）。',
    en: '{name} must be a whole number of days from {from} to {to} (it is: {value}).',
  },
  'config.not_a_size': {
    ja: '{name} は {from} 以上 {to} 以下の整数（MB）で指定してください（いまの値：{value}）。',
    en: '{name} must be a whole number of megabytes from {from} to {to} (it is: {value}).',
  },
};
