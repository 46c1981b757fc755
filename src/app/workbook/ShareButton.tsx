import Share from 'lucide-solid/icons/share-2';
import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { useApp } from '../context';
import { tellProblem } from '../notice';
import { toWords } from '../words';

/** Asks how the workbook shall be shared. */
export function ShareButton() {
  const app = useApp();
  async function share(): Promise<void> {
    try {
      (await app.loadSharing()).share();
    } catch (error) {
      tellProblem(error, toWords);
    }
  }
  return (
    <Button icon={<Share />} label={t('workbook.share')} onClick={() => void share()}>
      <span class="wide-only">{t('workbook.share')}</span>
    </Button>
  );
}
