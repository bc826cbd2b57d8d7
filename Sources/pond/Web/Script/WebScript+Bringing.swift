#if Web
  extension WebScript {
    /// Files and folders that are dropped, and how much of what is sent has arrived. The form underneath
    /// does the same without it, but for the dropping.
    static let bringing = #"""
      (() => {
        const form = document.querySelector("[data-bring]");
        if (!form) return;
        const most = 2 * 1024 * 1024 * 1024;
        const drop = form.querySelector("[data-drop]");
        const line = form.querySelector("[data-progress]");
        const bar = line.querySelector("progress");
        const said = line.querySelector("[data-said]");
        const button = form.querySelector("button");
        let isSending = false;

        const tell = (words) => {
          line.hidden = false;
          said.textContent = words;
        };
        const announce = (words) => {
          tell(words);
          const notice = document.getElementById("notice");
          if (notice) notice.textContent = words;
        };
        const end = (words) => {
          isSending = false;
          button.disabled = false;
          bar.hidden = true;
          announce(words);
        };

        const chosen = () =>
          ["files", "folder"].flatMap((name) =>
            [...form.elements[name].files].map((file) => ({
              file, path: file.webkitRelativePath || file.name,
            })));

        // Everything below an entry; a browser hands a folder over a hundred at a time.
        const walk = async (entry, found) => {
          if (entry.isFile) {
            const file = await new Promise((done, failed) => entry.file(done, failed));
            found.push({ file, path: entry.fullPath.replace(/^\//, "") });
            return;
          }
          const reader = entry.createReader();
          for (;;) {
            const some = await new Promise((done, failed) => reader.readEntries(done, failed));
            if (some.length === 0) return;
            for (const one of some) await walk(one, found);
          }
        };

        const send = (things) => {
          if (isSending) return;
          if (things.length === 0) {
            announce("Nothing was chosen, so nothing was brought.");
            return;
          }
          const bytes = things.reduce((sum, thing) => sum + thing.file.size, 0);
          if (bytes > most) {
            announce("This is more than Pond takes at a time: 2 GB. Nothing was changed. " +
              "Larger files are read where they lie: pond import PATH.");
            return;
          }
          const data = new FormData();
          data.append("token", form.elements.token.value);
          data.append("by", "script");
          data.append("me", form.elements.me.value);
          if (form.elements.partial.checked) data.append("partial", "yes");
          for (const thing of things) data.append("files", thing.file, thing.path);
          const request = new XMLHttpRequest();
          isSending = true;
          button.disabled = true;
          bar.hidden = false;
          bar.value = 0;
          announce("On its way…");
          request.upload.addEventListener("progress", (event) => {
            if (!event.lengthComputable) return;
            bar.value = Math.round(event.loaded / event.total * 100);
            tell(`${bar.value} of 100 have arrived.`);
          });
          request.upload.addEventListener("load", () => {
            bar.removeAttribute("value");
            announce("All of it is here; Pond is reading it.");
          });
          request.addEventListener("load", () => {
            if (request.status === 200) {
              location.assign(request.responseText);
              return;
            }
            const page = new DOMParser().parseFromString(request.responseText, "text/html");
            const words = [...page.querySelectorAll("main p")].map((one) => one.textContent);
            end(words.join(" ") || "Pond did not take it. Nothing was changed.");
          });
          request.addEventListener("error", () =>
            end("The way was cut, so nothing was learned. Is pond serve still running?"));
          request.open("POST", form.action);
          request.send(data);
        };

        form.addEventListener("submit", (event) => {
          event.preventDefault();
          send(chosen());
        });
        const over = (event) => {
          event.preventDefault();
          drop.classList.add("over");
        };
        drop.addEventListener("dragenter", over);
        drop.addEventListener("dragover", over);
        drop.addEventListener("dragleave", () => drop.classList.remove("over"));
        // What is dropped beside the place would be shown in place of the page.
        for (const kind of ["dragover", "drop"])
          document.addEventListener(kind, (event) => event.preventDefault());
        drop.addEventListener("drop", async (event) => {
          event.preventDefault();
          drop.classList.remove("over");
          const entries = [...event.dataTransfer.items]
            .map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter((one) => one);
          const plain = [...event.dataTransfer.files].map((file) => ({ file, path: file.name }));
          const found = [];
          try {
            for (const entry of entries) await walk(entry, found);
          } catch {
            announce("A file could not be read, so nothing was brought.");
            return;
          }
          send(entries.length > 0 ? found : plain);
        });
      })();
      """#
  }
#endif
