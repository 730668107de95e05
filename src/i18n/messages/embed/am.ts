import type en from './en.js';

export default {
  consent: {
    reason: 'ይህ ይዘት ከ{host} የመጣ ነው። ለማሳየት አሳሽዎ ከዚያ አገልጋይና ከሥዕሎቹ አገልጋዮች ጋር ይገናኛል፤ እነርሱም የIP አድራሻዎን ያውቃሉ።',
    show: 'ይዘቱን አሳይ',
    holds: 'ምርጫዎ ከዚህ ገጽ እስኪወጡ ድረስ የጸና ነው።',
  },
  frame: {
    save: 'ምንም ፋይል ካልተቀመጠ፣ ይህን የሚያሳየው ገጽ አይፈቅድም።',
    print: 'ምንም ካልታተመ፣ ይህን የሚያሳየው ገጽ አይፈቅድም።',
    open: 'ይህን በራሱ ገጽ ክፈት',
    text: 'ለመቅዳት ጽሑፉን አሳይ',
    link: 'አገናኙ ካልተከፈተ አድራሻውን ይቅዱ፦',
  },
  pictures: { show: 'ሥዕሎቹን አሳይ' },
} satisfies typeof en;
