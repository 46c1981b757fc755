import { t } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useApp } from '../context';

/** Says why the file of a source is needed once more, and asks for it. */
export function AgainDialog() {
  const app = useApp();
  const close = () => app.view.setDialog(undefined);
  const choose = () => {
    const source = app.openSource();
    close();
    if (source) app.pickAgain(source);
  };
  return (
    <Dialog
      open={app.view.dialog() === 'again' && app.openSource() !== undefined}
      onClose={close}
      title={t('importing.again.title', { name: app.openSource()?.name ?? '' })}
      actions={
        <>
          <Button tone="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button tone="primary" onClick={choose}>
            {t('importing.again.choose')}
          </Button>
        </>
      }
    >
      <p>{t('importing.again.text', { file: app.openSource()?.receipt.file.name ?? '' })}</p>
    </Dialog>
  );
}
