import type { Messages } from '../words.js';

export default {
  notice: {
    empty: 'Пока здесь ничего нет.',
    error: 'Не удалось загрузить материал.',
    stale: 'Возможно, это не последняя версия.',
    retry: 'Повторить попытку',
  },
  kinds: {
    'press-release': 'Пресс-релиз',
    news: 'Новость',
    statement: 'Заявление',
    story: 'История',
    briefing: 'Брифинг',
    advisory: 'Сообщение для СМИ',
  },
  news: {
    more: 'Показать ещё',
    back: 'Назад к списку',
    noMatch: 'Ничего не найдено.',
    search: 'Поиск',
    tags: 'Тема',
    countries: 'Страна',
    kinds: 'Вид',
    all: 'Все',
  },
  release: {
    languages: 'Также на языках',
    share: 'Поделиться',
    copied: 'Ссылка скопирована',
    print: 'Печать',
    notes: 'Для редакций',
    contact: 'Дополнительная информация',
    related: 'Читайте также',
    credit: 'Фото:',
  },
} satisfies Messages;
