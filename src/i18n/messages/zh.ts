import type { Messages } from '../words.js';

export default {
  notice: {
    empty: '暂无内容。',
    error: '无法加载此内容。',
    stale: '这可能不是最新版本。',
    retry: '重试',
  },
  kinds: {
    'press-release': '新闻稿',
    news: '新闻',
    statement: '声明',
    story: '故事',
    briefing: '简报',
    advisory: '媒体通告',
  },
  news: {
    more: '显示更多',
    back: '返回列表',
    noMatch: '没有符合条件的内容。',
    search: '搜索',
    tags: '主题',
    countries: '国家',
    kinds: '类型',
    all: '全部',
  },
  release: {
    languages: '其他语言版本',
    share: '分享',
    copied: '链接已复制',
    print: '打印',
    notes: '编者注',
    contact: '详情请联系',
    related: '延伸阅读',
    credit: '图片：',
  },
} satisfies Messages;
