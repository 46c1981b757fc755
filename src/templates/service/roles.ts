import { channel, maybe } from '../roles';
import type { ColumnRole, TableRole } from '../template';

const agent: ColumnRole = {
  is: 'text',
  names: [
    /^(agent|assignee|assigned_?to|handler|owner|operator|staff|sales_?rep|rep)(_?name)?$|^(客服|坐席|客服人员|处理人|受理人|跟进人|接待人|销售|销售员|业务员|负责人)(姓名)?$/i,
    /agent|assign|handle|operator|_rep$|客服|坐席|处理人|受理人|跟进人|销售|业务员|负责人/i,
  ],
};

export const tickets: TableRole = {
  names: /tickets?|cases?$|issues?$|requests?$|complaints?|工单|投诉|客服|售后|咨询/i,
  sample: 'tickets.csv',
  columns: {
    opened: {
      is: 'date',
      names: [
        /^(opened|created|reported|submitted|received)(_?(at|on|date|time))?$|^(创建|提交|受理|建单|开单|报单|来电|进线|反馈|咨询|投诉)(日期|时间)$/i,
        /^(date|time|day|timestamp|日期|时间)$/i,
        /open|creat|submit|receiv|date|time|_at$|日期|时间/i,
      ],
    },
    ticket: maybe({
      is: 'text',
      names: [
        /^(ticket|case|issue|request|complaint)(_?(id|no|nr|number|code))?$|^(工单|单据|投诉|受理|服务单)(编号|号|单号)?$/i,
        /^(id|no|number|编号|单号)$/i,
      ],
    }),
    category: maybe({
      is: 'text',
      names: [
        /^((issue|ticket|case|request|problem)_?)?(category|type|topic|subject)$|^(问题|工单|咨询|投诉|服务)?(类别|类型|分类|品类)$/i,
        /categor|type|topic|类别|类型|分类/i,
      ],
    }),
    channel: maybe(channel),
    agent: maybe(agent),
    response: maybe({
      is: 'number',
      names: [
        /^(first_?)?(response|reply|answer)(_?time)?(_?in)?(_?(min|mins|minutes|m))?$|^(首次)?(响应|回复|应答)(时间|时长|用时)?(（分钟）|\(分钟\)|分钟)?$/i,
        /response|reply|first_?answer|wait|响应|首次回复|应答|等待/i,
      ],
    }),
    resolution: maybe({
      is: 'number',
      names: [
        /^(resolution|resolved|resolve|solved|closed|handling|handle)(_?(time|after|in))?(_?(h|hrs|hours))?$|^(解决|处理|关闭|完结)(时间|时长|用时|耗时)?(（小时）|\(小时\)|小时)?$/i,
        /resol|solv|handling|解决|处理时|处理用|完结/i,
      ],
    }),
    satisfaction: maybe({
      is: 'number',
      names: [
        /^(satisfaction|csat|rating|score|stars|mark|grade)(_?score)?$|^(满意度|评分|评价|打分|星级)(评分|分数|得分)?$/i,
        /satisf|csat|rating|score|满意|评分|星级/i,
      ],
    }),
    text: maybe({
      is: 'text',
      names: [
        /^(text|message|description|content|comment|body|summary|details?)$|^(内容|描述|问题描述|留言|详情|正文|反馈内容|投诉内容)$/i,
        /text|message|descri|content|comment|内容|描述|留言|详情/i,
      ],
    }),
  },
};

export const contacts: TableRole = {
  names: /contacts?$|calls?$|communication|interaction|conversation|沟通|联系|通话|话务|跟进|回访/i,
  sample: 'contacts.csv',
  optional: true,
  columns: {
    contacted: {
      is: 'date',
      names: [
        /^(contact(ed)?|call(ed)?|communication)_?(at|on|date|time)$|^(沟通|联系|通话|跟进|回访|拨打)(日期|时间)$/i,
        /^(date|time|day|timestamp|日期|时间)$/i,
        /contact.*(on|at)$|date|_at$|_on$|日期|时间/i,
      ],
    },
    method: maybe({
      is: 'text',
      names: [
        /^((contact|communication)_?)?(method|medium|mode)$|^(沟通|联系|跟进)?(方式|途径)$/i,
        /method|medium|channel|方式|途径|渠道/i,
      ],
    }),
    direction: maybe({
      is: 'text',
      names: [
        /^(direction|inbound|inbound_?outbound)$|^(方向|呼叫方向|发起方)$/i,
        /direction|bound|方向|发起/i,
      ],
    }),
    duration: maybe({
      is: 'number',
      names: [
        /^((call|talk)_?)?(duration|length|seconds)(_?(in_?)?(s|sec|secs|seconds))?$|^(通话|沟通)?(时长|用时|秒数)(（秒）|\(秒\)|秒)?$/i,
        /duration|seconds|时长|秒/i,
      ],
    }),
    outcome: maybe({
      is: 'text',
      names: [/^(outcome|result|disposition)$|^(沟通|联系|通话|跟进)?结果$/i, /outcome|result|结果/i],
    }),
    agent: maybe(agent),
  },
};
