import Grip from 'lucide-solid/icons/grip-vertical';
import Settings from 'lucide-solid/icons/settings-2';
import { createSignal, createUniqueId, Index, Show } from 'solid-js';
import type { Channel, Slot } from '../../../charts/spec/channel';
import { toChannelFields, toChannelSettings, withChannelSettings } from '../../../charts/spec/channelFields';
import { takes } from '../../../charts/spec/suit';
import type { Loose } from '../../../steps/field';
import type { Column } from '../../../table/column';
import { Popover } from '../../../ui/Popover';
import type { FieldAround } from '../../fields/around';
import { ColumnPicker } from '../../fields/ColumnPicker';
import { FieldList } from '../../fields/FieldList';
import { fillIn } from '../../steps/words';
import type { Making } from './making';
import { findChosen, toChoiceName, toLabel, toSlotName, toTaken, words } from './words';

export interface ShelfRowProps {
  making: Making;
  name: string;
  slot: Slot;
}

/** A slot: what lies on it, how that is taken, and a place to put a column. */
export function ShelfRow(props: ShelfRowProps) {
  const [isOver, setOver] = createSignal(false);
  const labelId = createUniqueId();
  const channels = () => props.making.channels(props.name);
  const label = () => toSlotName(props.name);
  /** What is shown where nothing has been put there. */
  const shown = (): readonly Channel[] => {
    const all = channels();
    if (all.length > 0) return all;
    return props.slot.otherwise ? [props.slot.otherwise] : [];
  };
  const canTake = (column: Column) => takes(props.slot, column) || props.slot.role === 'measure';
  const fitting = () => props.making.columns().filter((column) => canTake(column));
  const isWelcome = () => {
    const held = props.making.dragged();
    return held !== undefined && fitting().some(({ name }) => name === held.column);
  };

  function choose(at: number, column: string): void {
    const all = channels();
    if (column === '') return props.making.setSlot(props.name, all.toSpliced(at, 1));
    // what was said of another column need not hold for this one
    props.making.setSlot(props.name, at < all.length ? all.with(at, { column }) : [...all, { column }]);
  }

  return (
    <div
      class="making-slot"
      classList={{ over: isOver() && isWelcome(), open: isWelcome() }}
      role="group"
      aria-labelledby={labelId}
      data-slot={props.name}
      onDragOver={(event) => {
        if (!isWelcome()) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const held = props.making.dragged();
        setOver(false);
        if (!held || !isWelcome()) return;
        event.preventDefault();
        event.stopPropagation();
        props.making.put(props.name, held);
        props.making.drag(undefined);
      }}
    >
      <span class="making-slot-name" id={labelId}>
        {label()}
        <Show when={!props.slot.optional && channels().length === 0}>
          <small>{words().required}</small>
        </Show>
      </span>
      <div class="making-slot-all">
        <Index each={shown()}>
          {(channel, at) => (
            <ChannelLine
              {...props}
              channel={channel()}
              at={at}
              columns={fitting()}
              onChoose={(column) => choose(at, column)}
            />
          )}
        </Index>
        <Show when={shown().length === 0 || (props.slot.many && channels().length > 0)}>
          <ColumnPicker
            optional
            label={fillIn(shown().length === 0 ? words().column : words().more, { slot: label() })}
            columns={fitting()}
            value=""
            none={shown().length === 0 ? words().noColumn : words().addColumn}
            disabled={props.making.isReadOnly()}
            onSet={(column) => choose(channels().length, column)}
          />
        </Show>
      </div>
    </div>
  );
}

interface ChannelLineProps extends ShelfRowProps {
  channel: Channel;
  at: number;
  columns: readonly Column[];
  onChoose: (column: string) => void;
}

/** A column on a slot, and in a popover all that can be said of how it is taken. */
function ChannelLine(props: ChannelLineProps) {
  const label = () => toSlotName(props.name);
  const all = () => props.making.columns();
  const fields = () => toChannelFields(props.slot, props.channel, all());
  const taken = () =>
    toTaken(props.slot, props.channel, {
      columns: all(),
      chosen: findChosen(props.making.chosen(), props.name, props.at),
    });
  const note = () => {
    const found = taken();
    return found && (found.isChosen ? fillIn(words().chosen, { what: found.text }) : found.text);
  };
  const column = () => props.channel.column ?? '';
  const isMovable = () => column() !== '' && !props.making.isReadOnly();
  const around = (): FieldAround => ({
    toLabel,
    toChoice: (setting, choice) => {
      const found = taken();
      const isAsIs = choice === 'auto' && found?.isChosen && /^(unit|aggregate)$/.test(setting);
      return isAsIs ? fillIn(words().automaticAs, { what: found.text }) : toChoiceName(setting, choice);
    },
    columns: all(),
    tables: [],
    inputs: [],
    secrets: [],
    listValues: async () => [],
  });

  function set(patch: Loose): void {
    const next = withChannelSettings(props.channel, patch);
    const before = props.making.channels(props.name);
    const channels = before.length === 0 ? [next] : before.with(props.at, next);
    props.making.setSlot(props.name, channels, Object.keys(patch).join(' '));
  }

  return (
    <div class="making-channel">
      <Show when={isMovable()}>
        <span
          class="making-grip"
          draggable={true}
          onDragStart={(event) => {
            event.stopPropagation();
            event.dataTransfer?.setData('text/plain', column());
            props.making.drag({ column: column(), from: { slot: props.name, at: props.at } });
          }}
          onDragEnd={() => props.making.drag(undefined)}
        >
          <Grip />
        </span>
      </Show>
      <ColumnPicker
        optional
        label={fillIn(words().column, { slot: label() })}
        columns={props.columns}
        value={column()}
        none={props.slot.otherwise ? words().byRows : words().noColumn}
        disabled={props.making.isReadOnly()}
        onSet={props.onChoose}
      />
      <Popover
        label={fillIn(words().settings, { slot: label(), column: column() || words().byRows })}
        triggerClass="making-how"
        disabled={props.making.isReadOnly()}
        trigger={
          <>
            <Show when={note()}>{(text) => <span>{text()}</span>}</Show>
            <Settings />
          </>
        }
      >
        <FieldList
          fields={fields()}
          settings={toChannelSettings(fields(), props.channel)}
          around={around()}
          onSet={set}
        />
      </Popover>
    </div>
  );
}
