#if Web
  extension WebScript {
    /// Sliders whose numbers go with them, and what depends on them drawn anew: one request at a time, the
    /// newest wish last.
    static let drawing = #"""
      for (const form of document.querySelectorAll("form[data-live]")) {
        const into = document.getElementById(form.dataset.into);
        const words = (one) => one.querySelector("summary").textContent.split(":")[0];
        let isDrawing = false;
        let isOld = false;
        const put = (html) => {
          const open = new Set([...into.querySelectorAll("details[open]")].map(words));
          into.innerHTML = html;
          for (const one of into.querySelectorAll("details")) one.open = open.has(words(one));
        };
        const draw = async () => {
          isOld = true;
          if (isDrawing) return;
          isDrawing = true;
          try {
            while (isOld) {
              isOld = false;
              const query = "?" + new URLSearchParams(new FormData(form));
              const answer = await fetch(form.dataset.live + query);
              if (!answer.ok) { location.assign(form.action + query); return; }
              put(await answer.text());
              history.replaceState(null, "", form.action + query);
            }
          } catch (_) {
            pondTell("The pond could not be drawn. Is pond serve still running?");
          } finally {
            isDrawing = false;
          }
        };
        form.addEventListener("input", (event) => {
          const output = event.target.parentElement.querySelector("output");
          if (output) output.value = event.target.value;
          draw();
        });
        form.addEventListener("change", async () => {
          while (isDrawing) await new Promise((done) => setTimeout(done, 30));
          const told = into.querySelector("[data-told]");
          if (told) pondTell(told.dataset.told, true);
        });
      }
      """#
  }
#endif
