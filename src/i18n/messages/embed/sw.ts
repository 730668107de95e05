import type en from './en.js';

export default {
  consent: {
    reason:
      'Maudhui haya yanatoka {host}. Ili kuyaonyesha, kivinjari chako kinaunganishwa na seva hiyo na seva za picha zake, ambazo zitajua anwani yako ya IP.',
    show: 'Onyesha maudhui',
    holds: 'Uamuzi wako unadumu hadi utakapoondoka kwenye ukurasa huu.',
  },
  frame: {
    save: 'Ikiwa hakuna faili iliyohifadhiwa, ukurasa unaoonyesha haya hauruhusu.',
    print: 'Ikiwa hakuna kilichochapishwa, ukurasa unaoonyesha haya hauruhusu.',
    open: 'Fungua haya katika ukurasa wake',
    text: 'Onyesha maandishi ili kuyanakili',
    link: 'Ikiwa kiungo hakifunguki, nakili anwani yake:',
  },
  pictures: { show: 'Onyesha picha' },
} satisfies typeof en;
