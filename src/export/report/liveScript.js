/**
 * What makes the page of a report interactive. It stands in the page as it is, asks nobody for anything, and puts what people and
 * files say only into texts. What it hides is there again on paper.
 */
'use strict';
(() => {
  const { lang, words, parts } = JSON.parse(document.getElementById('live').textContent);
  const sizes = [20, 50, 100];
  const reach = 40;
  const inDark = matchMedia('(prefers-color-scheme: dark)');

  const count = (number) => number.toLocaleString(lang);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const fold = (text) => text.toLocaleLowerCase(lang);

  function make(name, attributes, ...inside) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...inside);
    return element;
  }

  const orders = {
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
    '≥': (a, b) => a >= b,
    '≤': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
    '=': (a, b) => a === b,
  };

  /** What a person asks of a column: a comparison, a span, or a part of what is read in it. */
  function toTest({ kind, texts, raw = texts, ranks }, asked) {
    const text = asked.trim();
    if (!text) return undefined;
    const toNumber = (of) => Number(of.replaceAll(',', ''));
    // a month is asked for by as much of a date as says it
    const holds = (row, sign, bound) =>
      kind === 'number'
        ? orders[sign](toNumber(raw[row]), toNumber(bound))
        : orders[sign](raw[row].slice(0, bound.length), bound);
    const [, from = '', to = ''] = /^(.*?)\s*\.\.\s*(.*)$/.exec(text) || [];
    const [, sign, bound] = /^(>=|<=|≥|≤|>|<|=)\s*(.+)$/.exec(text) || [];
    if (kind !== 'text' && (from || to))
      return (row) =>
        ranks[row] !== null && (!from || holds(row, '>=', from)) && (!to || holds(row, '<=', to));
    if (kind !== 'text' && sign) return (row) => ranks[row] !== null && holds(row, sign, bound);
    const part = fold(text);
    return (row) => fold(texts[row]).includes(part);
  }

  function liveTable(figure, name, { columns, note }) {
    const all = columns[0] ? columns[0].texts.map((_, row) => row) : [];
    const asked = columns.map(() => '');
    let query = '';
    let sort;
    let page = 0;
    let size = sizes[0];
    let rows = all;

    function find() {
      const tests = columns.map((column, at) => toTest(column, asked[at])).filter(Boolean);
      const parts = fold(query).split(/\s+/).filter(Boolean);
      rows = all.filter(
        (row) =>
          tests.every((test) => test(row)) &&
          parts.every((part) => columns.some(({ texts }) => fold(texts[row]).includes(part))),
      );
      if (sort) {
        const { ranks } = columns[sort.at];
        // what is missing stays last, whichever way
        const rank = (row) => (ranks[row] === null ? Infinity : sort.down ? -ranks[row] : ranks[row]);
        rows.sort((a, b) => {
          const [x, y] = [rank(a), rank(b)];
          return x === y ? a - b : x - y;
        });
      }
      page = 0;
      show();
    }

    const body = make('tbody', {});
    const said = make('span', { role: 'status' });
    const before = make('button', { type: 'button', 'aria-label': words.before, title: words.before }, '‹');
    const next = make('button', { type: 'button', 'aria-label': words.next, title: words.next }, '›');

    function show() {
      const from = page * size;
      const shown = rows.slice(from, from + size);
      body.replaceChildren(
        ...shown.map((row) =>
          make(
            'tr',
            {},
            ...columns.map(({ look, texts }) => make('td', { class: look, dir: 'auto' }, texts[row])),
          ),
        ),
      );
      const values = { from: count(from + 1), to: count(from + shown.length), found: count(rows.length) };
      said.textContent =
        rows.length === 0
          ? words.none
          : fill(rows.length < all.length ? words.found : words.rows, { ...values, all: count(all.length) });
      before.disabled = page === 0;
      next.disabled = from + size >= rows.length;
    }

    function turn(by) {
      page += by;
      show();
      // a button that is used up gives the keyboard to the other
      if (by < 0 ? before.disabled : next.disabled) (by < 0 ? next : before).focus();
    }
    before.addEventListener('click', () => turn(-1));
    next.addEventListener('click', () => turn(1));

    const heads = columns.map((column, at) => {
      // a long name is broken where its words end
      const pieces = column.name.split(/(?<=_)/).flatMap((word) => [make('wbr', {}), word]);
      const button = make('button', { type: 'button' }, ...pieces);
      const head = make('th', { scope: 'col', class: column.look, dir: 'auto' }, button);
      button.addEventListener('click', () => {
        sort = { at, down: Boolean(sort && sort.at === at && !sort.down) };
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
        find();
      });
      return head;
    });
    const filters = columns.map((column, at) => {
      const label = fill(words.filter, { name: column.name });
      const input = make('input', {
        type: 'text',
        autocomplete: 'off',
        'aria-label': label,
        title: words[column.kind],
        placeholder: column.kind === 'number' ? '≥' : '…',
      });
      input.addEventListener('input', () => {
        asked[at] = input.value;
        find();
      });
      return make('td', { class: column.look }, input);
    });

    const search = make('input', {
      type: 'search',
      class: 'search',
      'aria-label': words.search,
      placeholder: words.search,
    });
    search.addEventListener('input', () => {
      query = search.value;
      find();
    });
    const choice = make('select', {});
    for (const one of sizes) choice.append(make('option', { value: one }, count(one)));
    choice.addEventListener('change', () => {
      size = Number(choice.value);
      page = 0;
      show();
    });
    const csv = make('button', { type: 'button', title: words.csvHint }, words.csv);
    csv.addEventListener('click', () => save(name, columns, rows));

    const table = make(
      'table',
      { class: 'rows', 'aria-label': name },
      make('thead', {}, make('tr', {}, ...heads), make('tr', { class: 'asks' }, ...filters)),
      body,
    );
    const sizing = make('label', {}, words.size, ' ', choice);
    const isLong = all.length > sizes[0];
    const live = make(
      'div',
      { class: 'live' },
      make('div', { class: 'live-bar' }, search, csv),
      make('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': name }, table),
      make('div', { class: 'live-bar live-pages' }, ...(isLong ? [before, next, said, sizing] : [said])),
    );
    if (note) live.append(make('p', { class: 'count' }, note));
    const plain = figure.querySelector('.wide');
    plain.before(live);
    figure.classList.add('has-live');
    show();
  }

  /** As RFC 4180 has it, with the mark by which spreadsheets know UTF-8; what is missing is nothing, and an empty text is `""`. */
  function save(name, columns, rows) {
    const quote = (text) =>
      text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const lines = [
      columns.map((column) => quote(column.name)),
      ...rows.map((row) =>
        columns.map(({ texts, raw = texts, ranks }) => (ranks[row] === null ? '' : quote(raw[row]))),
      ),
    ];
    const text = '\ufeff' + lines.map((line) => line.join(',') + '\r\n').join('');
    const link = make('a', {
      href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })),
      download: `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'table'}.csv`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const tip = make('div', { class: 'live-tip', 'aria-hidden': 'true' });
  const aloud = make('p', { class: 'live-said', role: 'status' });
  tip.hidden = true;
  document.querySelector('.report').append(tip, aloud);
  /** The chart whose mark is shown. */
  let shown;
  addEventListener('scroll', () => shown && shown.place(), { capture: true, passive: true });
  addEventListener('resize', () => shown && shown.place());

  function liveChart(figure, { along, panels, marks, says, colors }) {
    const picture = figure.querySelector('.picture');
    const svgs = [...picture.querySelectorAll(':scope > svg, .both > * > svg')];
    const paths = new Map(svgs.map((svg) => [svg, [...svg.querySelectorAll('path')]]));
    const toSvg = () => svgs.find((svg) => svg.getClientRects().length > 0);
    let at;
    let ring;

    const attributes = {
      tabindex: 0,
      role: 'application',
      'aria-roledescription': words.chart,
      'aria-label': `${svgs[0].getAttribute('aria-label')} ${words.keys}`,
    };
    for (const key in attributes) picture.setAttribute(key, attributes[key]);
    for (const svg of svgs) svg.setAttribute('aria-hidden', 'true');

    function find(event) {
      const svg = toSvg();
      const toPoint = (element) =>
        new DOMPoint(event.clientX, event.clientY).matrixTransform(element.getScreenCTM().inverse());
      const { x, y } = toPoint(svg);
      let best;
      let least = along ? Infinity : reach;
      marks.forEach((mark, index) => {
        const [dx, dy] = [Math.abs(mark.x - x), Math.abs(mark.y - y)];
        let far = Math.hypot(Math.max(dx - mark.w, 0), Math.max(dy - mark.h, 0));
        if (along) {
          const [left, top, width, height] = panels[mark.panel] || [-1e9, -1e9, 2e9, 2e9];
          const isIn = x >= left - 12 && x <= left + width + 12 && y >= top - 12 && y <= top + height + 12;
          // along x first: what stands above one another is told apart by y
          far = isIn ? Math.round(dx) * 1e5 + dy : Infinity;
        } else if (mark.path !== undefined) {
          const path = paths.get(svg)[mark.path];
          far = far === 0 && path.isPointInFill(toPoint(path)) ? 0 : reach;
        }
        // of those that lie upon one another, the last is drawn on top
        if (far < least || (far === least && far < reach)) [best, least] = [index, far];
      });
      return best;
    }

    function show(index, byKey) {
      if (index === at && !byKey) return;
      at = index;
      if (ring) ring.remove();
      ring = undefined;
      if (index === undefined) {
        if (shown && shown.picture === picture) {
          tip.hidden = true;
          shown = undefined;
        }
        return;
      }
      const mark = marks[index];
      const lines = says[mark.say];
      tip.replaceChildren(
        ...lines.map(([name, text, color]) => {
          const label = make('span', {}, name);
          if (color !== undefined) {
            const swatch = make('i', {});
            swatch.style.background = colors[color][inDark.matches ? 1 : 0];
            label.prepend(swatch);
          }
          return make('div', {}, label, make('bdi', {}, text));
        }),
      );
      const svg = toSvg();
      if (mark.path === undefined) {
        ring = document.createElementNS(svg.namespaceURI, 'rect');
        const [w, h] = [Math.max(mark.w + 2, 5), Math.max(mark.h + 2, 5)];
        const sides = { x: mark.x - w, y: mark.y - h, width: 2 * w, height: 2 * h, rx: 3 };
        for (const key in sides) ring.setAttribute(key, sides[key]);
        svg.append(ring);
      } else {
        const path = paths.get(svg)[mark.path];
        ring = path.cloneNode();
        path.parentNode.append(ring);
      }
      ring.setAttribute('class', 'live-ring');
      tip.hidden = false;
      shown = { picture, place };
      if (byKey) {
        ring.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const where = fill(words.mark, { at: count(index + 1), all: count(marks.length) });
        aloud.textContent = [...lines.map(([name, text]) => `${name}: ${text}`), where].join('; ');
      }
      place();
    }

    function toScreen(svg, [x, y]) {
      const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
      return [point.x, point.y];
    }

    /** Beside the mark, and within the window. */
    function place() {
      const { tip: spot } = marks[at];
      const box = spot ? new DOMRect(...toScreen(toSvg(), spot)) : ring.getBoundingClientRect();
      const gap = 10;
      const { offsetWidth: width, offsetHeight: height } = tip;
      const { clientWidth: room, clientHeight: tall } = document.documentElement;
      const half = Math.min(box.width / 2, 40);
      const middle = (box.left + box.right) / 2;
      const right = middle + half + gap;
      const left = right + width <= room ? right : middle - half - gap - width;
      const top = (box.top + box.bottom) / 2 - height / 2;
      tip.style.left = `${Math.max(4, Math.min(left, room - width - 4))}px`;
      tip.style.top = `${Math.max(4, Math.min(top, tall - height - 4))}px`;
    }

    const keys = { ArrowLeft: 0, ArrowRight: 1, ArrowUp: 2, ArrowDown: 3 };
    const point = (event) => show(find(event), false);
    picture.addEventListener('pointermove', point);
    picture.addEventListener('pointerdown', point);
    picture.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && show());
    picture.addEventListener('blur', () => show());
    picture.addEventListener('focus', () => {
      if (picture.matches(':focus-visible')) show(at || 0, true);
    });
    picture.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const { key } = event;
      if (key === 'Escape') return show();
      const ends = { Home: 0, End: marks.length - 1 };
      const next = key in keys ? (at === undefined ? 0 : marks[at].to[keys[key]]) : ends[key];
      if (next === undefined) return;
      event.preventDefault();
      show(next, true);
    });
  }

  for (const { cell, name, table, chart } of parts) {
    const figure = [...document.querySelectorAll('figure')].find((one) => one.dataset.cell === cell);
    if (table) liveTable(figure, name, table);
    else if (chart.marks.length > 0) liveChart(figure, chart);
  }
})();
