import { t } from '../../i18n/i18n';

/** A delimiter by its name; one without a name as it is. */
export function toDelimiterWords(delimiter: string): string {
  switch (delimiter) {
    case ',':
      return t('receipt.delimiters.comma');
    case '\t':
      return t('receipt.delimiters.tab');
    case ';':
      return t('receipt.delimiters.semicolon');
    case '|':
      return t('receipt.delimiters.bar');
    case ' ':
      return t('receipt.delimiters.space');
    case '':
      return t('receipt.delimiters.none');
    default:
      return delimiter;
  }
}
