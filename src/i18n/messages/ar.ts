import type { Messages } from '../words.js';

export default {
  notice: {
    empty: 'لا يوجد ما يُعرض في الوقت الحالي.',
    error: 'تعذّر تحميل هذا المحتوى.',
    stale: 'قد لا تكون هذه أحدث نسخة.',
    retry: 'إعادة المحاولة',
  },
  kinds: {
    'press-release': 'بيان صحفي',
    news: 'خبر',
    statement: 'تصريح',
    story: 'قصة',
    briefing: 'إحاطة إعلامية',
    advisory: 'تنويه لوسائل الإعلام',
  },
  news: {
    more: 'عرض المزيد',
    back: 'العودة إلى القائمة',
    noMatch: 'لا يوجد ما يطابق هذا الاختيار.',
    search: 'بحث',
    tags: 'الموضوع',
    countries: 'البلد',
    kinds: 'النوع',
    all: 'الكل',
  },
  release: {
    languages: 'متاح أيضًا باللغات',
    share: 'مشاركة',
    copied: 'نُسخ الرابط',
    print: 'طباعة',
    notes: 'ملاحظة للمحررين',
    contact: 'لمزيد من المعلومات',
    related: 'اقرأ أيضًا',
    credit: 'الصورة:',
  },
} satisfies Messages;
