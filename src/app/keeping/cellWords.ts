import { kindNames } from '../../cells/kinds';
import { t } from '../../i18n/i18n';

const settings = ['name', 'title', 'run', 'seed', 'dashboard'] as const;

/** What a kind of cell is called; as it stands where this version does not know it. */
export function toKindWord(kind: string): string {
  const known = kindNames.find((name) => name === kind);
  return known ? t(`kind.${known}`) : kind;
}

export function toSettingWord(setting: string): string {
  const known = settings.find((name) => name === setting);
  return known ? t(`keeping.setting.${known}`) : setting;
}
