import { expect, test } from 'vitest';
import { service } from '../../src/templates/service';
import { guess } from './guessing';

test('a help desk in English, and its calls', () => {
  const found = guess(service, {
    calls: {
      call_id: 'VARCHAR',
      call_time: 'TIMESTAMP',
      direction: 'VARCHAR',
      talk_duration: 'DOUBLE',
      result: 'VARCHAR',
      rep: 'VARCHAR',
    },
    cases: {
      case_id: 'VARCHAR',
      created_at: 'TIMESTAMP',
      closed_at: 'TIMESTAMP',
      issue_type: 'VARCHAR',
      assigned_to: 'VARCHAR',
      first_response_time: 'DOUBLE',
      resolution_time: 'DOUBLE',
      csat: 'DOUBLE',
      description: 'VARCHAR',
    },
  });
  expect(found).toEqual({
    tickets: {
      source: 'cases',
      opened: 'created_at',
      ticket: 'case_id',
      category: 'issue_type',
      agent: 'assigned_to',
      response: 'first_response_time',
      resolution: 'resolution_time',
      satisfaction: 'csat',
      text: 'description',
    },
    contacts: {
      source: 'calls',
      contacted: 'call_time',
      direction: 'direction',
      duration: 'talk_duration',
      outcome: 'result',
      agent: 'rep',
    },
  });
});

test('one in Chinese, whose numbers are texts', () => {
  const found = guess(service, {
    售后工单: {
      工单编号: 'VARCHAR',
      受理时间: 'VARCHAR',
      问题类型: 'VARCHAR',
      来源渠道: 'VARCHAR',
      处理人: 'VARCHAR',
      首次响应时长: 'VARCHAR',
      解决时长: 'VARCHAR',
      满意度: 'VARCHAR',
      问题描述: 'VARCHAR',
    },
  });
  expect(found).toEqual({
    tickets: {
      source: '售后工单',
      opened: '受理时间',
      ticket: '工单编号',
      category: '问题类型',
      channel: '来源渠道',
      agent: '处理人',
      response: '首次响应时长',
      resolution: '解决时长',
      satisfaction: '满意度',
      text: '问题描述',
    },
  });
});
