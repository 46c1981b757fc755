import { writeTables } from '../xlsx/writeTables';
import type { WriteFormat } from './format';
import { writeHtml } from './html';
import { writeJson, writeNdjson } from './json';
import { writeMarkdown } from './markdown';
import { writeSql } from './sql';
import { writeArrow, writeParquet } from './writeColumnar';
import { writeDelimited } from './writeDelimited';

/** What writes each format; a database file is written by the engine itself. */
export const writers: Readonly<Record<string, WriteFormat>> = {
  csv: writeDelimited as WriteFormat,
  tsv: writeDelimited as WriteFormat,
  xlsx: writeTables as WriteFormat,
  parquet: writeParquet as WriteFormat,
  json: writeJson as WriteFormat,
  ndjson: writeNdjson as WriteFormat,
  arrow: writeArrow as WriteFormat,
  sql: writeSql as WriteFormat,
  html: writeHtml as WriteFormat,
  markdown: writeMarkdown as WriteFormat,
};
