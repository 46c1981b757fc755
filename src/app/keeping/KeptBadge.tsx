import CircleAlert from 'lucide-solid/icons/circle-alert';
import Check from 'lucide-solid/icons/cloud-check';
import Off from 'lucide-solid/icons/cloud-off';
import Download from 'lucide-solid/icons/download';
import Eye from 'lucide-solid/icons/eye';
import History from 'lucide-solid/icons/rotate-ccw-clock';
import Refresh from 'lucide-solid/icons/refresh-cw';
import Shield from 'lucide-solid/icons/shield-check';
import type { Component } from 'solid-js';
import { createEffect, createSignal, onCleanup, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { t } from '../../i18n/i18n';
import type { MenuItem } from '../../ui/Menu';
import { Menu } from '../../ui/Menu';
import { toWords } from '../words';
import './keeping.css';
import type { Keeper } from './keeper';

export interface KeptBadgeProps {
  keeper: Keeper;
  /** Whether the browser has promised to keep what is stored; undefined until it is known. */
  persisted: boolean | undefined;
  onPersist: () => void;
  onExport: () => void;
  onVersions: () => void;
}

type State = 'saved' | 'saving' | 'failed' | 'memory' | 'unprotected' | 'follower';

const icons: Record<State, Component> = {
  saved: Check,
  saving: Refresh,
  failed: CircleAlert,
  memory: Off,
  unprotected: Check,
  follower: Eye,
};

/** Saving takes some milliseconds: words that come and go with each key would only disturb. */
const SLOW_MS = 400;

/** How the open workbook is kept, in a word; more of it, and what can be done, in a menu. */
export function KeptBadge(props: KeptBadgeProps) {
  const [isSlow, setSlow] = createSignal(false);
  createEffect(() => {
    setSlow(false);
    if (props.keeper.status() !== 'saving') return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    onCleanup(() => clearTimeout(timer));
  });

  const isSafe = () => props.keeper.backedUp() || props.persisted !== false;
  const state = (): State => {
    if (props.keeper.status() === 'failed') return 'failed';
    if (props.keeper.role() === 'follower') return 'follower';
    if (!props.keeper.kept) return 'memory';
    if (isSlow()) return 'saving';
    return isSafe() ? 'saved' : 'unprotected';
  };
  const note = (): string => {
    const problem = props.keeper.problem();
    switch (state()) {
      case 'failed':
        return problem ? toWords(problem) : '';
      case 'follower':
        return t('keeping.elsewhere');
      case 'memory':
        return t('keeping.memoryNote');
      case 'unprotected':
        return t('keeping.unprotectedNote');
      default:
        return t(props.keeper.backedUp() ? 'keeping.backedUpNote' : 'keeping.savedNote');
    }
  };
  const items = (): MenuItem[] => [
    ...(state() === 'failed'
      ? [
          {
            label: t('keeping.retry'),
            icon: () => <Refresh />,
            run: () =>
              void props.keeper.retry().catch(() => {
                // the badge says why
              }),
          },
        ]
      : []),
    ...(props.keeper.kept && props.persisted === false
      ? [{ label: t('keeping.persist'), icon: () => <Shield />, run: () => props.onPersist() }]
      : []),
    { label: t('keeping.exportFile'), icon: () => <Download />, run: () => props.onExport() },
    { label: t('keeping.showVersions'), icon: () => <History />, run: () => props.onVersions() },
  ];

  return (
    <Show when={props.keeper.opened()}>
      <Menu
        label={`${t(`keeping.status.${state()}`)}. ${t('keeping.menu')}`}
        trigger={
          <>
            <Dynamic component={icons[state()]} />
            <span class="wide-only">{t(`keeping.status.${state()}`)}</span>
          </>
        }
        triggerClass={`kept-badge ${state()}`}
        note={note()}
        items={items()}
      />
      <span class="hidden-text" role="alert">
        {state() === 'failed' ? note() : ''}
      </span>
    </Show>
  );
}
