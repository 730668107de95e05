/**
 * The colours of the 17 goals, from the United Nations' guidelines for the SDG logo and icons
 * (https://www.un.org/sustainabledevelopment/wp-content/uploads/2019/01/SDG_Guidelines_AUG_2019_Final.pdf, "Colour
 * definitions"). White text on ten of them has less contrast than 4.5 : 1; black has it on those ten.
 */
export const colours: readonly string[] = [
  '#e5243b',
  '#dda63a',
  '#4c9f38',
  '#c5192d',
  '#ff3a21',
  '#26bde2',
  '#fcc30b',
  '#a21942',
  '#fd6925',
  '#dd1367',
  '#fd9d24',
  '#bf8b2e',
  '#3f7e44',
  '#0a97d9',
  '#56c02b',
  '#00689d',
  '#19486a',
];

const light = new Set([2, 3, 5, 6, 7, 9, 11, 12, 14, 15]);

/** Whether black has more contrast than white on the colour of a goal: at least 4.5 : 1 then, and white else. */
export const isLight = (goal: number): boolean => light.has(goal);
