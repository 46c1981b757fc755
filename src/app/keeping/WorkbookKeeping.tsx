import { Show } from 'solid-js';
import { lazy } from '../../ui/lazy';
import { useApp } from '../context';
import type { Workbooks } from '../workbook/workbooks';
import { KeptBadge } from './KeptBadge';
import { persist } from './persist';
import { areVersionsShown, showVersions } from './showing';

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog')).VersionsDialog }));

export interface WorkbookKeepingProps {
  workbooks: Workbooks;
  /** Writes the workbook to a file. */
  onExport: () => void;
}

/** What the bar of an open workbook has to say of its keeping. */
export function WorkbookKeeping(props: WorkbookKeepingProps) {
  const { sources } = useApp();
  return (
    <>
      <KeptBadge
        keeper={props.workbooks.keeper}
        persisted={sources.state.usage?.persisted}
        onPersist={() => void persist(sources)}
        onExport={() => props.onExport()}
        onVersions={() => showVersions(true)}
      />
      <Show when={areVersionsShown() && props.workbooks.workbook()}>
        {(workbook) => (
          <VersionsDialog
            keeper={props.workbooks.keeper}
            workbook={workbook()}
            onRestore={(version) => props.workbooks.restore(version)}
            onClose={() => showVersions(false)}
          />
        )}
      </Show>
    </>
  );
}
