const steps = 16;
let done = 0;
while (done < steps) {
  await new Promise((resume) => setTimeout(resume, 500)); // es: medio segundo de espera // en: half a second of waiting
  done += 1;
  display.markdown(`${done} / ${steps}`);
}
